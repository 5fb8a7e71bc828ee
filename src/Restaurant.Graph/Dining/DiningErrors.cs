using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Dining;

/// <summary>The code is on no table.</summary>
public sealed record TableCodeNotFoundError : MutationError
{
    internal static TableCodeNotFoundError Of() => new() { Message = "This code is on no table.", Path = InputPath.Of(nameof(StartVisitInput.TableCode)) };
}

/// <summary>No visit has this id.</summary>
public sealed record VisitNotFoundError : MutationError
{
    internal static VisitNotFoundError Of() => new() { Message = "There is no such visit.", Path = InputPath.Of(nameof(CloseVisitInput.VisitId)) };
}
