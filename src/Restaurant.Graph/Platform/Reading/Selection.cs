using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>What fragments, types and conditions of a document mean in one operation.</summary>
internal sealed record SelectionScope(ISchema Schema, GraphQLDocument Document, Variables Variables);

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

    /// <summary>The fields selected on a type, those of the interfaces it implements included, each response key once.</summary>
    public IEnumerable<SelectedField> On(IObjectGraphType type) => Sets
        .SelectMany(set => FieldsOf(set, type))
        .GroupBy(field => (field.Alias?.Name ?? field.Name).StringValue, StringComparer.Ordinal)
        .Select(group => new SelectedField(group.Key, DefinitionOf(type, group.First().Name.Value), group.First(), Below(group)));

    private FieldType DefinitionOf(IObjectGraphType type, ROM name) =>
        type.GetField(name)
        ?? (name == scope.Schema.TypeNameMetaFieldType.Name ? scope.Schema.TypeNameMetaFieldType
            : name == scope.Schema.SchemaMetaFieldType.Name ? scope.Schema.SchemaMetaFieldType
            : scope.Schema.TypeMetaFieldType);

    private Selection Below(IEnumerable<GraphQLField> fields) =>
        new(scope, [.. fields.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>()]);

    private IEnumerable<GraphQLField> FieldsOf(GraphQLSelectionSet set, IObjectGraphType type) => set.Selections
        .Where(selection => IsIncluded((IHasDirectivesNode)selection))
        .SelectMany(selection => selection switch
        {
            GraphQLField field => [field],
            GraphQLInlineFragment inline => Applies(inline.TypeCondition, type) ? FieldsOf(inline.SelectionSet, type) : [],
            GraphQLFragmentSpread spread when FragmentOf(spread) is { } fragment =>
                Applies(fragment.TypeCondition, type) ? FieldsOf(fragment.SelectionSet, type) : [],
            _ => Enumerable.Empty<GraphQLField>(),
        });

    private GraphQLFragmentDefinition? FragmentOf(GraphQLFragmentSpread spread) => scope.Document.Definitions
        .OfType<GraphQLFragmentDefinition>()
        .FirstOrDefault(fragment => fragment.FragmentName.Name == spread.FragmentName.Name);

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
