using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Menu;

/// <summary>No dish on the menu has this id.</summary>
public sealed record DishNotFoundError : MutationError
{
    internal static DishNotFoundError At(IReadOnlyList<string> path) => new() { Message = "There is no such dish on the menu.", Path = path };
}
