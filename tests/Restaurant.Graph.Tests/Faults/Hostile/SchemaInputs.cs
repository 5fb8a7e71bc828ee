using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults.Hostile;

/// <summary>Requests that drive each list and each recursive input of the schema to its limit, and over it.</summary>
internal static class SchemaInputs
{
    private const int MaxListItems = 250;
    private const int MaxDepth = 4;

    private static readonly int[] ListLengths = [MaxListItems, MaxListItems + 1];
    private static readonly int[] Levels = [3, 5, 6, 18, 40];

    /// <summary>Makes them for all fields of the root types that take an input.</summary>
    public static IEnumerable<HostileRequest> Of(ISchema schema) =>
        from root in new[] { (Kind: "query", Type: schema.Query), (Kind: "mutation", Type: schema.Mutation!) }
        from field in root.Type.Fields
        from argument in field.Arguments ?? []
        from value in Values(argument.ResolvedType!)
        select Request(root.Kind, field, argument, value.Path, value.Value);

    private static HostileRequest Request(string kind, FieldType field, QueryArgument argument, string path, object? value)
    {
        var others = (field.Arguments ?? [])
            .Where(other => other != argument && other.ResolvedType is NonNullGraphType && other.DefaultValue is null)
            .Select(static other => (other.Name, Type: other.ResolvedType!));
        var all = others.Select(other => (other.Name, other.Type, Value: Minimal(other.Type))).Append((argument.Name, Type: argument.ResolvedType!, Value: value)).ToList();
        var declared = string.Join(", ", all.Select(static each => $"${each.Name}: {each.Type}"));
        var given = string.Join(", ", all.Select(static each => $"{each.Name}: ${each.Name}"));
        var selected = field.ResolvedType!.GetNamedType() is ScalarGraphType ? "" : " { __typename }";
        return new HostileRequest(
            $"{field.Name}({argument.Name}) {path}",
            $"{kind}({declared}) {{ {field.Name}({given}){selected} }}",
            all.ToDictionary(static each => each.Name, static each => each.Value, StringComparer.Ordinal));
    }

    // Every value in which one list is as long as it may be, or an object is in itself as often.
    private static IEnumerable<(string Path, object? Value)> Values(IGraphType type, int depth = 0)
    {
        switch (type)
        {
            case NonNullGraphType nonNull:
                return Values(nonNull.ResolvedType!, depth);
            case ListGraphType list:
                return ListLengths
                    .Select(length => ($"{length} items", (object?)Enumerable.Repeat(Minimal(list.ResolvedType!), length).ToArray()))
                    .Concat(Values(list.ResolvedType!, depth + 1).Select(static inner => ($"[{inner.Path}]", (object?)new[] { inner.Value })));
            case IInputObjectGraphType input when depth <= MaxDepth && !IsOfOperations(input, depth):
                return input.Fields
                    .Where(field => depth == 0 || !Names(input, field))
                    .SelectMany(field => Values(field.ResolvedType!, depth + 1).Select(inner => ($"{field.Name}.{inner.Path}", (object?)With(input, field.Name, inner.Value))))
                    .Concat(Recursions(input));
            default:
                return [];
        }
    }

    // A filter within a filter is driven by its own recursion.
    private static bool Names(IInputObjectGraphType input, FieldType field) =>
        field.ResolvedType!.GetNamedType() is IInputObjectGraphType inner && inner.Name.Contains("FilterInput", StringComparison.Ordinal) && input.Name.Contains("FilterInput", StringComparison.Ordinal);

    private static bool IsOfOperations(IInputObjectGraphType input, int depth) => depth > 2 && input.Name.Contains("FilterInput", StringComparison.Ordinal);

    private static IEnumerable<(string Path, object? Value)> Recursions(IInputObjectGraphType input) =>
        from field in input.Fields
        where field.ResolvedType!.GetNamedType() == input
        from levels in Levels
        select ($"{field.Name} {levels} times", Nested(input, field, levels));

    private static object? Nested(IInputObjectGraphType input, FieldType field, int levels)
    {
        object? value = Minimal(input);
        var isList = (field.ResolvedType as NonNullGraphType)?.ResolvedType is ListGraphType || field.ResolvedType is ListGraphType;
        for (var level = 0; level < levels; level++)
        {
            value = With(input, field.Name, isList ? new[] { value } : value);
        }

        return value;
    }

    private static Dictionary<string, object?> With(IInputObjectGraphType input, string name, object? value)
    {
        var fields = input.Fields
            .Where(static field => field.ResolvedType is NonNullGraphType && field.DefaultValue is null)
            .ToDictionary(static field => field.Name, static field => Minimal(field.ResolvedType!), StringComparer.Ordinal);
        fields[name] = value;
        return fields;
    }

    private static object? Minimal(IGraphType type) => type switch
    {
        NonNullGraphType nonNull => Minimal(nonNull.ResolvedType!),
        ListGraphType list => new[] { Minimal(list.ResolvedType!) },
        IInputObjectGraphType input => input.Fields
            .Where(static field => field.ResolvedType is NonNullGraphType && field.DefaultValue is null)
            .ToDictionary(static field => field.Name, static field => Minimal(field.ResolvedType!), StringComparer.Ordinal),
        EnumerationGraphType values => values.Values.First().Name,
        { Name: "Int" or "Decimal" or "Long" } => 1,
        { Name: "Boolean" } => true,
        { Name: "LocalDate" } => "2026-03-14",
        { Name: "LocalTime" } => "12:00:00",
        { Name: "DateTime" } => "2026-03-14T12:00:00Z",
        { Name: "ID" } => Ids.Dish(1),
        { Name: "UUID" } => "0199d5e2-7c1b-7000-8000-1f3c5e7a9b2d",
        _ => "unknown",
    };
}
