using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Kitchen;

/// <summary>Which ticket to begin with.</summary>
public sealed record StartTicketInput
{
    /// <summary>The ticket.</summary>
    public required Id<Ticket> TicketId { get; init; }
}

/// <summary>Which ticket to move on.</summary>
public sealed record BumpTicketInput
{
    /// <summary>The ticket.</summary>
    public required Id<Ticket> TicketId { get; init; }
}

/// <summary>Which ticket to move back.</summary>
public sealed record RecallTicketInput
{
    /// <summary>The ticket.</summary>
    public required Id<Ticket> TicketId { get; init; }
}
