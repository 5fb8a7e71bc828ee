using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Kitchen;

/// <summary>No ticket has this id.</summary>
public sealed record TicketNotFoundError : MutationError
{
    internal static TicketNotFoundError Of() => new() { Message = "There is no such ticket.", Path = InputPath.Of("ticketId") };
}

/// <summary>The ticket is in a state in which this cannot be done with it.</summary>
public sealed record TicketActionNotAllowedError : MutationError
{
    /// <summary>What was to be done.</summary>
    public required TicketAction Action { get; init; }

    /// <summary>Where the ticket stands.</summary>
    public required TicketStatus Status { get; init; }

    internal static TicketActionNotAllowedError Of(TicketAction action, TicketStatus status) => new()
    {
        Message = $"{GraphNames.Constant(action.ToString())} is not possible with a ticket that is {GraphNames.Constant(status.ToString())}.",
        Path = InputPath.Of("ticketId"),
        Action = action,
        Status = status,
    };
}
