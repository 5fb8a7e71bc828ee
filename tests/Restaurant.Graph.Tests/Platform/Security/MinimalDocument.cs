using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Security;

/// <summary>The shortest valid document that uses a field.</summary>
internal static class MinimalDocument
{
    /// <summary>The document for a field of a root type.</summary>
    public static string Of(OperationType kind, FieldType field) => $$"""{{kind.ToString().ToLowerInvariant()}} { {{field.Name}}{{Arguments(field)}}{{Selection(field.ResolvedType!)}} }""";

    private static string Arguments(FieldType field)
    {
        var required = (field.Arguments ?? []).Where(argument => argument.ResolvedType is NonNullGraphType && argument.DefaultValue is null).ToList();
        return required.Count == 0 ? "" : $"({string.Join(", ", required.Select(argument => $"{argument.Name}: {Value(argument.ResolvedType!, argument.Name, field)}"))})";
    }

    private static string Selection(IGraphType type) => type.GetNamedType() is ScalarGraphType ? "" : " { __typename }";

    private static string Value(IGraphType type, string name, FieldType of) => type switch
    {
        NonNullGraphType nonNull => Value(nonNull.ResolvedType!, name, of),
        ListGraphType => "[]",
        IInputObjectGraphType input => $"{{ {string.Join(", ", input.Fields.Where(field => field.ResolvedType is NonNullGraphType && field.DefaultValue is null).Select(field => $"{field.Name}: {Value(field.ResolvedType!, field.Name, of)}"))} }}",
        EnumerationGraphType values => values.Values.First().Name,
        { Name: "Int" or "Decimal" } => "1",
        { Name: "Boolean" } => "true",
        { Name: "LocalDate" } => "\"2026-03-14\"",
        { Name: "ID" } => $"\"{Ids.Of(KindOf(name, of), 999_999)}\"",
        { Name: "UUID" } => $"\"{Guid.NewGuid()}\"",
        _ => "\"unknown\"",
    };

    private static string KindOf(string name, FieldType of) =>
        name.StartsWith("into", StringComparison.Ordinal) ? KindOf(name["into".Length..], of)
        : !string.Equals(name, "id", StringComparison.Ordinal) ? $"{char.ToUpperInvariant(name[0])}{name[1..^2]}"
        : of.ResolvedType!.GetNamedType() is IObjectGraphType type ? type.Name
        : "Order";
}
