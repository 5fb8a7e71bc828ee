using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Dining;

/// <summary>No visit has this id.</summary>
public sealed record VisitNotFoundError : MutationError
{
    internal static VisitNotFoundError Of(string path = nameof(CloseVisitInput.VisitId)) => new() { Message = "There is no such visit.", Path = InputPath.Of(path) };
}

/// <summary>The visit is in a state in which this cannot be done with it.</summary>
public sealed record VisitActionNotAllowedError : MutationError
{
    /// <summary>What was to be done.</summary>
    public required VisitAction Action { get; init; }

    /// <summary>Where the visit stands.</summary>
    public required VisitStatus Status { get; init; }

    internal static VisitActionNotAllowedError Of(VisitAction action, VisitStatus status, string path = nameof(CloseVisitInput.VisitId)) => new()
    {
        Message = $"{GraphNames.Constant(action.ToString())} is not possible with a visit that is {GraphNames.Constant(status.ToString())}.",
        Path = InputPath.Of(path),
        Action = action,
        Status = status,
    };
}

/// <summary>A party cannot become a part of itself.</summary>
public sealed record SameVisitError : MutationError
{
    internal static SameVisitError Of() => new() { Message = "These are one visit already.", Path = InputPath.Of(nameof(MergeVisitsInput.IntoVisitId)) };
}

/// <summary>The party has orders that are open, or not paid. Say `leaveUnpaid` to let it go all the same, under the name of a person.</summary>
public sealed record UnsettledOrdersError : MutationError
{
    /// <summary>The numbers of these orders.</summary>
    public required IReadOnlyList<int> OrderNumbers { get; init; }

    internal static UnsettledOrdersError Of(IReadOnlyList<int> numbers, bool isNameNeeded) => new()
    {
        Message = $"Open or not paid: {string.Join(", ", numbers)}.{(isNameNeeded ? " Sign in with a name to let them go." : "")}",
        Path = InputPath.Of(nameof(CloseVisitInput.VisitId)),
        OrderNumbers = numbers,
    };
}
