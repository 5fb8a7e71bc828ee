namespace Restaurant.Graph.Rush;

/// <summary>What all who play the evening share.</summary>
/// <param name="Agenda">Who does something when.</param>
/// <param name="Chance">What is left to chance.</param>
/// <param name="Tally">What has happened so far.</param>
/// <param name="Team">Those who work here, each by their role.</param>
/// <param name="Guest">Makes the voice of a guest of a token; of nobody, for null.</param>
internal sealed record Night(Agenda Agenda, Chance Chance, Tally Tally, Team Team, Func<string?, Speaker> Guest)
{
    /// <summary>Whether somebody is still to come, or to leave.</summary>
    public bool IsOn => Tally.PartiesLeft < Tally.PartiesExpected;
}

/// <summary>The voices of those who work here.</summary>
internal sealed record Team(Speaker Manager, Speaker Waiter, Speaker Cook);

/// <summary>What has happened so far.</summary>
internal sealed class Tally
{
    /// <summary>How many parties come this evening.</summary>
    public int PartiesExpected { get; set; }

    /// <summary>How many have left.</summary>
    public int PartiesLeft { get; set; }

    /// <summary>How many guests are here.</summary>
    public int GuestsHere { get; set; }

    /// <summary>How many guests have had their dinner.</summary>
    public int GuestsServed { get; set; }

    /// <summary>How many guests found no table in time.</summary>
    public int GuestsTurnedAway { get; set; }

    /// <summary>How often guests met a dish that they are allergic to.</summary>
    public int Conflicts { get; set; }

    /// <summary>How often a dish was sold out when it was ordered.</summary>
    public int SoldOut { get; set; }

    /// <summary>How often guests wanted something else after all.</summary>
    public int ChangesOfMind { get; set; }

    /// <summary>The orders that are not over, by id, each with when it was placed.</summary>
    public Dictionary<string, DateTimeOffset> OpenOrders { get; } = new(StringComparer.Ordinal);

    /// <summary>How long orders took from when they were placed until all of it was served.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>What was paid so far, in minor units, with tips.</summary>
    public long Taken { get; set; }

    /// <summary>What is not as it should be.</summary>
    public List<string> Faults { get; } = [];
}
