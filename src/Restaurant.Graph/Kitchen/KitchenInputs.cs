using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Kitchen;

/// <summary>Something that a cook does with a ticket.</summary>
public abstract record TicketInput : IIdempotentInput
{
    /// <summary>A new UUID for each new thing to do; the same again when the same is sent again, which then is done once.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>The ticket.</summary>
    public required Id<Ticket> TicketId { get; init; }

    /// <summary>The version of the ticket that the cook has seen.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>Which ticket to begin with.</summary>
public sealed record StartTicketInput : TicketInput;

/// <summary>Which ticket to move on.</summary>
public sealed record BumpTicketInput : TicketInput;

/// <summary>Which ticket to move back.</summary>
public sealed record RecallTicketInput : TicketInput;
