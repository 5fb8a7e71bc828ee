using Restaurant.Graph.Platform.States;

namespace Restaurant.Graph.Orders;

/// <summary>Where a line of an order stands.</summary>
public enum LineStatus
{
    /// <summary>Ordered.</summary>
    New,

    /// <summary>Kept back for a later course.</summary>
    Held,

    /// <summary>Called for: the kitchen is to make it.</summary>
    Fired,

    /// <summary>Being made.</summary>
    InPreparation,

    /// <summary>Made.</summary>
    Ready,

    /// <summary>With the guest.</summary>
    Served,

    /// <summary>Called off.</summary>
    Voided,
}

/// <summary>What can be done with a line of an order.</summary>
public enum LineAction
{
    /// <summary>Keep it back.</summary>
    Hold,

    /// <summary>Call for it.</summary>
    Fire,

    /// <summary>Begin to make it.</summary>
    Start,

    /// <summary>Have made it.</summary>
    Finish,

    /// <summary>Take it back to be made again.</summary>
    Recall,

    /// <summary>Bring it to the guest.</summary>
    Serve,

    /// <summary>Call it off.</summary>
    Void,
}

/// <summary>How lines move.</summary>
public static class LineStates
{
    /// <summary>The one table of moves.</summary>
    public static TransitionTable<LineStatus, LineAction> Table { get; } = new(
        ([LineStatus.New], LineAction.Hold, LineStatus.Held),
        ([LineStatus.New, LineStatus.Held], LineAction.Fire, LineStatus.Fired),
        ([LineStatus.Fired], LineAction.Start, LineStatus.InPreparation),
        ([LineStatus.InPreparation], LineAction.Finish, LineStatus.Ready),
        ([LineStatus.Ready], LineAction.Recall, LineStatus.InPreparation),
        ([LineStatus.Ready], LineAction.Serve, LineStatus.Served),
        ([LineStatus.New, LineStatus.Held, LineStatus.Fired, LineStatus.InPreparation, LineStatus.Ready], LineAction.Void, LineStatus.Voided));

    /// <summary>Whether the kitchen was called for a line that was not called off: to call it off then is waste.</summary>
    public static bool IsCalledFor(LineStatus status) => status is not (LineStatus.New or LineStatus.Held or LineStatus.Voided);
}
