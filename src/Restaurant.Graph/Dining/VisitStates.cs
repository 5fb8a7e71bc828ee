using Restaurant.Graph.Platform.States;

namespace Restaurant.Graph.Dining;

/// <summary>Whether a party is there.</summary>
public enum VisitStatus
{
    /// <summary>It is there.</summary>
    Open,

    /// <summary>It is there as a part of another party.</summary>
    Merged,

    /// <summary>It has left.</summary>
    Closed,
}

/// <summary>What can be done with a visit.</summary>
public enum VisitAction
{
    /// <summary>Go on at another table.</summary>
    Move,

    /// <summary>Go on as a part of another party, or take another in.</summary>
    Merge,

    /// <summary>Leave.</summary>
    Close,
}

/// <summary>How visits move.</summary>
public static class VisitStates
{
    /// <summary>The one table of moves. To close what is closed changes nothing, so that it can be said twice.</summary>
    public static TransitionTable<VisitStatus, VisitAction> Table { get; } = new(
        ([VisitStatus.Open], VisitAction.Move, VisitStatus.Open),
        ([VisitStatus.Open], VisitAction.Merge, VisitStatus.Merged),
        ([VisitStatus.Open, VisitStatus.Closed], VisitAction.Close, VisitStatus.Closed));
}
