using Restaurant.Graph.Platform.States;

namespace Restaurant.Graph.Kitchen;

/// <summary>Where a ticket stands.</summary>
public enum TicketStatus
{
    /// <summary>It hangs at the station; no cook has begun.</summary>
    Queued,

    /// <summary>A cook is making it.</summary>
    InPreparation,

    /// <summary>It is made and waits at the pass.</summary>
    Ready,

    /// <summary>It has left the kitchen.</summary>
    Completed,

    /// <summary>It was called off.</summary>
    Voided,
}

/// <summary>What can be done with a ticket.</summary>
public enum TicketAction
{
    /// <summary>Begin to make it.</summary>
    Start,

    /// <summary>Move it on: made, then gone.</summary>
    Bump,

    /// <summary>Move it back.</summary>
    Recall,

    /// <summary>Call it off.</summary>
    Void,

    /// <summary>Close it with its business day, although the kitchen did not bump it. The server does this.</summary>
    Close,
}

/// <summary>How tickets move.</summary>
public static class TicketStates
{
    /// <summary>The one table of moves.</summary>
    public static TransitionTable<TicketStatus, TicketAction> Table { get; } = new(
        ([TicketStatus.Queued], TicketAction.Start, TicketStatus.InPreparation),
        ([TicketStatus.InPreparation], TicketAction.Bump, TicketStatus.Ready),
        ([TicketStatus.Ready], TicketAction.Bump, TicketStatus.Completed),
        ([TicketStatus.Ready], TicketAction.Recall, TicketStatus.InPreparation),
        ([TicketStatus.Completed], TicketAction.Recall, TicketStatus.Ready),
        ([TicketStatus.Queued, TicketStatus.InPreparation, TicketStatus.Ready, TicketStatus.Completed], TicketAction.Void, TicketStatus.Voided),
        ([TicketStatus.Queued, TicketStatus.InPreparation, TicketStatus.Ready], TicketAction.Close, TicketStatus.Completed));

    /// <summary>Whether the kitchen has it still: it can be moved on.</summary>
    public static bool IsOpen(TicketStatus status) => Table.From(status).Any(static action => action is TicketAction.Start or TicketAction.Bump);
}
