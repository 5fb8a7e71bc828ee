using System.Reflection;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Paging;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>What a document selects below a field: fragments spread, <c>@skip</c> and <c>@include</c> applied.</summary>
internal sealed class Selection(IResolveFieldContext context, IReadOnlyList<GraphQLSelectionSet> sets)
{
    private IReadOnlyList<GraphQLSelectionSet> Sets { get; } = sets;

    /// <summary>The metadata key under which a field keeps the property that it shows.</summary>
    public const string Member = "Member";

    /// <summary>What is selected below the field being resolved, over all the places where the document asks for it.</summary>
    public static Selection Of(IResolveFieldContext context) => new(
        context,
        context.FieldAst.SelectionSet is { } set ? [set] : []);

    /// <summary>Several selections as one.</summary>
    public static Selection Merge(IResolveFieldContext context, IEnumerable<Selection> selections) =>
        new(context, [.. selections.SelectMany(selection => selection.Sets)]);

    /// <summary>The fields selected on a type, those of the interfaces it implements included.</summary>
    public IEnumerable<(FieldType Field, Selection Selection)> On(IObjectGraphType type) => Sets
        .SelectMany(set => FieldsOf(set, type))
        .GroupBy(field => field.Alias?.Name.StringValue ?? field.Name.StringValue, StringComparer.Ordinal)
        .Select(group => (Field: type.GetField(group.First().Name.Value), Selection: Below(group)))
        .Where(selected => selected.Field is not null)
        .Select(selected => (selected.Field!, selected.Selection));

    /// <summary>The navigations selected on a type, each once with all that is selected below it, save those that are pages of their own.</summary>
    public IEnumerable<(PropertyInfo Property, IObjectGraphType Target, Selection Selection)> Navigations(IObjectGraphType type) => On(type)
        .Where(selected => selected.Field.GetMetadata<PropertyInfo>(Member) is { } property
            && Members.IsNavigation(property)
            && !property.IsDefined(typeof(UsePagingAttribute)))
        .GroupBy(selected => selected.Field)
        .Select(group => (
            group.Key.GetMetadata<PropertyInfo>(Member),
            (IObjectGraphType)group.Key.ResolvedType!.GetNamedType(),
            Merge(context, group.Select(selected => selected.Selection))));

    private Selection Below(IEnumerable<GraphQLField> fields) =>
        new(context, [.. fields.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>()]);

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

    private GraphQLFragmentDefinition? FragmentOf(GraphQLFragmentSpread spread) => context.Document.Definitions
        .OfType<GraphQLFragmentDefinition>()
        .FirstOrDefault(fragment => fragment.FragmentName.Name == spread.FragmentName.Name);

    private bool Applies(GraphQLTypeCondition? condition, IObjectGraphType type) =>
        condition is null
        || condition.Type.Name == type.Name
        || context.Schema.AllTypes[condition.Type.Name.Value] is IAbstractGraphType abstraction && abstraction.IsPossibleType(type);

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
        GraphQLVariable variable => context.Variables.ValueFor(variable.Name.StringValue, out var value) && value.Value is true,
        _ => false,
    };
}
