using System.Text.Encodings.Web;
using System.Text.Json;

namespace Restaurant.Graph.Tests.Support;

/// <summary>A filter as a client writes it, and what it means.</summary>
public sealed record Condition<T>(string Filter, Func<T, bool> Holds)
{
    /// <inheritdoc />
    public override string ToString() => Filter;
}

/// <summary>A constant of an enum, written without quotation marks.</summary>
public sealed record Constant(string Value);

/// <summary>Every operation of every kind of operation input, with its meaning spelt out in C#.</summary>
internal static class Conditions
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The operations on a value that can only be equal or not.</summary>
    public static IEnumerable<Condition<T>> Equality<T, TValue>(string path, Func<T, TValue> of, params TValue[] operands)
    {
        var list = $"[{string.Join(", ", operands.Select(operand => Literal(operand)))}]";
        yield return At<T>(path, $"in: {list}", row => operands.Contains(of(row)));
        yield return At<T>(path, $"nin: {list}", row => !operands.Contains(of(row)));
        yield return At<T>(path, "in: [null]", row => of(row) is null);
        foreach (var condition in Sameness(path, of, operands))
        {
            yield return condition;
        }
    }

    /// <summary>The operations on a value that is one thing or another.</summary>
    public static IEnumerable<Condition<T>> Sameness<T, TValue>(string path, Func<T, TValue> of, params TValue[] operands)
    {
        foreach (var operand in operands)
        {
            yield return At<T>(path, $"eq: {Literal(operand)}", row => Equals(of(row), operand));
            yield return At<T>(path, $"neq: {Literal(operand)}", row => !Equals(of(row), operand));
        }

        yield return At<T>(path, "eq: null", row => of(row) is null);
        yield return At<T>(path, "neq: null", row => of(row) is not null);
    }

    /// <summary>The operations on a value that can be more or less.</summary>
    public static IEnumerable<Condition<T>> Comparison<T, TValue>(string path, Func<T, TValue> of, Comparer<TValue> comparer, params TValue[] operands)
    {
        foreach (var operand in operands)
        {
            yield return At<T>(path, $"gt: {Literal(operand)}", row => comparer.Compare(of(row), operand) > 0);
            yield return At<T>(path, $"ngt: {Literal(operand)}", row => comparer.Compare(of(row), operand) <= 0);
            yield return At<T>(path, $"gte: {Literal(operand)}", row => comparer.Compare(of(row), operand) >= 0);
            yield return At<T>(path, $"ngte: {Literal(operand)}", row => comparer.Compare(of(row), operand) < 0);
            yield return At<T>(path, $"lt: {Literal(operand)}", row => comparer.Compare(of(row), operand) < 0);
            yield return At<T>(path, $"nlt: {Literal(operand)}", row => comparer.Compare(of(row), operand) >= 0);
            yield return At<T>(path, $"lte: {Literal(operand)}", row => comparer.Compare(of(row), operand) <= 0);
            yield return At<T>(path, $"nlte: {Literal(operand)}", row => comparer.Compare(of(row), operand) > 0);
        }
    }

    /// <summary>The operations on a text.</summary>
    public static IEnumerable<Condition<T>> Text<T>(string path, Func<T, string> of, params string[] operands)
    {
        foreach (var operand in operands)
        {
            yield return At<T>(path, $"contains: {Literal(operand)}", row => of(row).Contains(operand, StringComparison.Ordinal));
            yield return At<T>(path, $"ncontains: {Literal(operand)}", row => !of(row).Contains(operand, StringComparison.Ordinal));
            yield return At<T>(path, $"startsWith: {Literal(operand)}", row => of(row).StartsWith(operand, StringComparison.Ordinal));
            yield return At<T>(path, $"nstartsWith: {Literal(operand)}", row => !of(row).StartsWith(operand, StringComparison.Ordinal));
            yield return At<T>(path, $"endsWith: {Literal(operand)}", row => of(row).EndsWith(operand, StringComparison.Ordinal));
            yield return At<T>(path, $"nendsWith: {Literal(operand)}", row => !of(row).EndsWith(operand, StringComparison.Ordinal));
        }
    }

    /// <summary>The quantifiers of a list, over conditions on its items.</summary>
    public static IEnumerable<Condition<T>> List<T, TItem>(string path, Func<T, IReadOnlyList<TItem>> of, params IEnumerable<Condition<TItem>> items)
    {
        foreach (var item in items)
        {
            yield return At<T>(path, $"all: {item.Filter}", row => of(row).All(item.Holds));
            yield return At<T>(path, $"none: {item.Filter}", row => !of(row).Any(item.Holds));
            yield return At<T>(path, $"some: {item.Filter}", row => of(row).Any(item.Holds));
        }

        yield return At<T>(path, "any: true", row => of(row).Count > 0);
        yield return At<T>(path, "any: false", row => of(row).Count == 0);
    }

    private static Condition<T> At<T>(string path, string operation, Func<T, bool> holds) =>
        new(path.Split('.', StringSplitOptions.RemoveEmptyEntries).Reverse().Aggregate($"{{ {operation} }}", (inner, name) => $"{{ {name}: {inner} }}"), holds);

    private static string Literal(object? value) => value is Constant constant ? constant.Value : JsonSerializer.Serialize(value, Relaxed);
}
