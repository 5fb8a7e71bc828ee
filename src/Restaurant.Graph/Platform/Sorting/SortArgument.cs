using System.Reflection;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Sorting;

/// <summary>The <c>order</c> argument.</summary>
internal static class SortArgument
{
    /// <summary>The name of the argument.</summary>
    public const string Name = "order";

    /// <summary>The keys that are asked for, then those that <see cref="RowOrder"/> breaks ties by.</summary>
    /// <param name="row">The type of the rows.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="written">The same, as the client wrote it.</param>
    /// <param name="visibility">Which rows may be seen: what others have is no value to sort by.</param>
    public static IReadOnlyList<SortKey> KeysOf(Type row, object? argument, WrittenOrder written, Visibility visibility)
    {
        var parts = (argument as IEnumerable<object>)?.OfType<IDictionary<string, object?>>() ?? [];
        var asked = parts.SelectMany((part, index) => KeysOf(part, written.Item(index), row, [])).Select(key => key with { Visibility = visibility }).ToList();
        return [.. asked, .. (asked.Count == 0 ? RowOrder.Of(row) : [RowOrder.KeyOf(row)]).Select(property => new SortKey([property], false))];
    }

    private static IEnumerable<SortKey> KeysOf(IDictionary<string, object?> part, WrittenOrder written, Type type, PropertyInfo[] path) => part
        .OrderBy(field => written.PositionOf(field.Key))
        .SelectMany(field =>
        {
            PropertyInfo[] longer = [.. path, PropertyOf(type, field.Key)];
            return field.Value switch
            {
                IDictionary<string, object?> nested => KeysOf(nested, written.Field(field.Key), longer[^1].PropertyType, longer),
                SortEnumType direction => [new SortKey(longer, direction == SortEnumType.Desc)],
                _ => [],
            };
        });

    // Amounts are minor units with a point in them: their order is the same.
    private static PropertyInfo PropertyOf(Type type, string name) => type.GetProperty(
        type == typeof(Money.Money) && string.Equals(name, Money.MoneyType.Amount, StringComparison.Ordinal)
            ? nameof(Money.Money.MinorUnits)
            : GraphNames.Pascal(name))!;
}
