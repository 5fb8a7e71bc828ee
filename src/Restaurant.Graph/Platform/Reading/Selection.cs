using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>Fragments, types and conditions of a document as one operation sees them.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Document">The document.</param>
/// <param name="Variables">The coerced variables, by which <c>@skip</c> and <c>@include</c> are decided.</param>
internal sealed record SelectionScope(ISchema Schema, GraphQLDocument Document, Variables Variables)
{
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments = Document.Definitions
        .OfType<GraphQLFragmentDefinition>()
        .DistinctBy(static fragment => fragment.FragmentName.Name.Value)
        .ToDictionary(static fragment => fragment.FragmentName.Name.Value);

    /// <summary>Finds the fragment that a spread names; null for an unknown name.</summary>
    public GraphQLFragmentDefinition? FragmentOf(GraphQLFragmentSpread spread) =>
        _fragments.GetValueOrDefault(spread.FragmentName.Name.Value);
}

/// <summary>A field that is selected, over all the places where the document asks for it under one response key.</summary>
internal sealed record SelectedField(string Key, FieldType Field, GraphQLField Ast, Selection Below)
{
    /// <summary>The object type of its value, or of the items of it.</summary>
    public IObjectGraphType ObjectType => (IObjectGraphType)Field.ResolvedType!.GetNamedType();

    /// <summary>Whether it may be null.</summary>
    public bool IsNullable => Field.ResolvedType is not NonNullGraphType;
}

/// <summary>What a document selects below a field: fragments spread, <c>@skip</c> and <c>@include</c> applied.</summary>
internal sealed class Selection(SelectionScope scope, IReadOnlyList<GraphQLSelectionSet> sets)
{
    private IReadOnlyList<GraphQLSelectionSet> Sets { get; } = sets;

    /// <summary>What is selected below the field that is being resolved.</summary>
    public static Selection Of(IResolveFieldContext context) => new(
        new SelectionScope(context.Schema, context.Document, context.Variables),
        context.FieldAst.SelectionSet is { } set ? [set] : []);

    /// <summary>Several selections as one.</summary>
    public Selection With(IEnumerable<Selection> others) => new(scope, [.. Sets, .. others.SelectMany(other => other.Sets)]);

    /// <summary>Nothing.</summary>
    public Selection None() => new(scope, []);

    /// <summary>
    /// Returns the fields selected on a type, those of the interfaces it implements included, each response key once. A fragment counts once in
    /// one selection set however often it is spread (CollectFields, https://spec.graphql.org/September2025/#CollectFields()).
    /// </summary>
    public IReadOnlyList<SelectedField> On(IObjectGraphType type)
    {
        var fields = new List<GraphQLField>();
        var spread = new HashSet<GraphQLFragmentDefinition>();
        foreach (var set in Sets)
        {
            Collect(set, type, fields, spread);
        }

        return [.. fields
            .GroupBy(static field => (field.Alias?.Name ?? field.Name).StringValue, StringComparer.Ordinal)
            .Select(group => new SelectedField(group.Key, DefinitionOf(type, group.First().Name.Value), group.First(), Below(group)))];
    }

    private FieldType DefinitionOf(IObjectGraphType type, ROM name) =>
        type.GetField(name)
        ?? (name == scope.Schema.TypeNameMetaFieldType.Name ? scope.Schema.TypeNameMetaFieldType
            : name == scope.Schema.SchemaMetaFieldType.Name ? scope.Schema.SchemaMetaFieldType
            : scope.Schema.TypeMetaFieldType);

    private Selection Below(IEnumerable<GraphQLField> fields) =>
        new(scope, [.. fields.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>()]);

    private void Collect(
        GraphQLSelectionSet set, IObjectGraphType type, List<GraphQLField> fields, HashSet<GraphQLFragmentDefinition> spread)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded((IHasDirectivesNode)selection))
            {
                continue;
            }

            switch (selection)
            {
                case GraphQLField field:
                    fields.Add(field);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, type):
                    Collect(inline.SelectionSet, type, fields, spread);
                    break;
                case GraphQLFragmentSpread { } name when scope.FragmentOf(name) is { } fragment
                    && spread.Add(fragment) && Applies(fragment.TypeCondition, type):
                    Collect(fragment.SelectionSet, type, fields, spread);
                    break;
            }
        }
    }

    private bool Applies(GraphQLTypeCondition? condition, IObjectGraphType type) =>
        condition is null
        || condition.Type.Name == type.Name
        || scope.Schema.AllTypes[condition.Type.Name.Value] is IAbstractGraphType abstraction && abstraction.IsPossibleType(type);

    private bool IsIncluded(IHasDirectivesNode node) => node.Directives?.Items.TrueForAll(directive =>
        directive.Name.Value.Length switch
        {
            _ when directive.Name.Value == "skip" => !Condition(directive),
            _ when directive.Name.Value == "include" => Condition(directive),
            _ => true,
        }) ?? true;

    private bool Condition(GraphQLDirective directive) => directive.Arguments?.Items[0].Value switch
    {
        GraphQLBooleanValue literal => literal.BoolValue,
        GraphQLVariable variable => scope.Variables.ValueFor(variable.Name.StringValue, out var value) && value.Value is true,
        _ => false,
    };
}
