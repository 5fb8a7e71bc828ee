using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>A guest without a table has as many orders as they may have. Pay one at the counter, cancel one, or order with the staff.</summary>
public sealed record TooManyOrdersError : MutationError
{
    /// <summary>How many they may have.</summary>
    public required int MaxOrders { get; init; }

    internal static TooManyOrdersError? For(int present, int max, string which) => max == 0 || present < max
        ? null
        : new()
        {
            Message = $"A guest without a table has at most {max} orders {which}, and has {present}. Pay or cancel one, or order with the staff.",
            Path = InputPath.Whole,
            MaxOrders = max,
        };
}

/// <summary>The unpaid orders of a guest without a table would have too many items. Order less, pay an order at the counter, or order with the staff.</summary>
public sealed record TooManyItemsError : MutationError
{
    /// <summary>How many items their unpaid orders may have together: the sum of the lines' quantities.</summary>
    public required int MaxItems { get; init; }

    internal static TooManyItemsError? For(long items, int max) => max == 0 || items <= max
        ? null
        : new()
        {
            Message = $"The unpaid orders of a guest without a table have at most {max} items together, and would have {items}. Order less, or order with the staff.",
            Path = InputPath.Of(nameof(OrderInput.Lines)),
            MaxItems = max,
        };
}
