using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>What is eaten here is brought to a table, so it has to be said to which.</summary>
public sealed record TableRequiredError : MutationError
{
    internal static TableRequiredError Of() => new() { Message = "Say at which table it is eaten.", Path = InputPath.Of(nameof(OrderInput.TableId)) };
}

/// <summary>Nobody sits at the table, and nobody can: it is to be laid anew, or out of service.</summary>
public sealed record TableUnavailableError : MutationError
{
    /// <summary>What the table is now.</summary>
    public required TableStatus Status { get; init; }

    internal static TableUnavailableError Of(DiningTable table) => new()
    {
        Message = $"Nobody can sit at {table.Code}, which is {GraphNames.Constant(table.Status.ToString())}.",
        Path = InputPath.Of(nameof(OrderInput.TableId)),
        Status = table.Status,
    };
}
