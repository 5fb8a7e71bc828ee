using System.Reflection;
using GraphQL;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Sorting;

/// <summary>The <c>order</c> argument.</summary>
internal static class SortArgument
{
    /// <summary>The keys that are asked for, then those that <see cref="RowOrder"/> breaks ties by.</summary>
    public static IReadOnlyList<SortKey> KeysOf(IResolveFieldContext context, Type row)
    {
        var asked = context.GetArgument<List<IDictionary<string, object?>>?>("order")?.SelectMany(part => KeysOf(part, row, [])).ToList() ?? [];
        return [.. asked, .. (asked.Count == 0 ? RowOrder.Of(row) : [RowOrder.KeyOf(row)]).Select(property => new SortKey([property], false))];
    }

    private static IEnumerable<SortKey> KeysOf(IDictionary<string, object?> part, Type type, PropertyInfo[] path)
    {
        foreach (var (name, value) in part)
        {
            PropertyInfo[] longer = [.. path, PropertyOf(type, name)];
            if (value is IDictionary<string, object?> nested)
            {
                foreach (var key in KeysOf(nested, longer[^1].PropertyType, longer))
                {
                    yield return key;
                }
            }
            else if (value is SortEnumType direction)
            {
                yield return new SortKey(longer, direction == SortEnumType.Desc);
            }
        }
    }

    // Amounts are minor units with a point in them: their order is the same.
    private static PropertyInfo PropertyOf(Type type, string name) => type.GetProperty(
        type == typeof(Money.Money) && string.Equals(name, Money.MoneyType.Amount, StringComparison.Ordinal)
            ? nameof(Money.Money.MinorUnits)
            : GraphNames.Pascal(name))!;
}
