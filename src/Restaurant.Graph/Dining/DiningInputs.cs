using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>Who comes.</summary>
public sealed record StartVisitInput
{
    /// <summary>What the QR code on the table holds; without it, of somebody who takes away what they order.</summary>
    public string? TableCode { get; init; }
}

/// <summary>Who has left.</summary>
public sealed record CloseVisitInput
{
    /// <summary>The visit.</summary>
    public required Id<Visit> VisitId { get; init; }
}
