using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Reports;

/// <summary>How long the kitchen took.</summary>
public sealed record KitchenReport
{
    /// <summary>The stations at which something was made, in their order.</summary>
    [ListSize(6)]
    public required IReadOnlyList<StationTimes> Stations { get; init; }
}

/// <summary>How long tickets took at one station.</summary>
public sealed record StationTimes
{
    /// <summary>The name of the station.</summary>
    public required string Station { get; init; }

    /// <summary>How many tickets were made.</summary>
    public required int Tickets { get; init; }

    /// <summary>From their coming to the station until they were made.</summary>
    public required MinutesTaken QueuedToReady { get; init; }

    /// <summary>From their coming to the station until a cook began.</summary>
    public required MinutesTaken Waiting { get; init; }

    /// <summary>From when a cook began until they were made.</summary>
    public required MinutesTaken Making { get; init; }
}

/// <summary>How long something took, by the nearest rank, of times that are measured to the second.</summary>
public sealed record MinutesTaken
{
    /// <summary>The minutes that half of all took at the most.</summary>
    public required double P50 { get; init; }

    /// <summary>The minutes that nine of ten took at the most.</summary>
    public required double P90 { get; init; }
}
