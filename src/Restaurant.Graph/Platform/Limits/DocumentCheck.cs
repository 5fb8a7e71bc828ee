using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Counts what a document has in it, in one walk over it, and in another what there is with all fragments in their places.</summary>
internal sealed class DocumentCheck(LimitOptions limits, GraphQLDocument document)
{
    private int _fields;
    private int _spreads;
    private int _aliases;
    private int _directives;
    private int _values;

    /// <summary>Throws a <see cref="LimitError"/> for the first thing of which there is too much.</summary>
    public void Run()
    {
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        LimitError.Check(fragments.Count, limits.MaxFragments, "fragments");
        foreach (var definition in document.Definitions)
        {
            Count((definition as IHasDirectivesNode)?.Directives);
            foreach (var variable in (definition as GraphQLOperationDefinition)?.Variables?.Items ?? [])
            {
                Count(variable.Directives);
                Count(variable.DefaultValue, depth: 0);
            }

            if (definition is IHasSelectionSetNode { SelectionSet: { } set })
            {
                Count(set);
            }
        }

        var expansion = new Expansion(limits, fragments);
        expansion.CheckMerged();
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            expansion.Check(operation);
        }
    }

    private void Count(GraphQLSelectionSet set)
    {
        foreach (var selection in set.Selections)
        {
            Count(((IHasDirectivesNode)selection).Directives);
            if (selection is GraphQLField field)
            {
                LimitError.Check(++_fields, limits.MaxFields, "fields");
                LimitError.Check(field.Alias is null ? _aliases : ++_aliases, limits.MaxAliases, "aliases");
                field.Arguments?.Items.ForEach(argument => Count(argument.Value, depth: 0));
            }
            else
            {
                LimitError.Check(++_spreads, limits.MaxSpreads, "spreads");
            }

            if (selection is IHasSelectionSetNode { SelectionSet: { } below })
            {
                Count(below);
            }
        }
    }

    private void Count(GraphQLDirectives? directives)
    {
        LimitError.Check(_directives += directives?.Count ?? 0, limits.MaxDirectives, "directives");
        directives?.Items.ForEach(directive => directive.Arguments?.Items.ForEach(argument => Count(argument.Value, depth: 0)));
    }

    private void Count(GraphQLValue? value, int depth)
    {
        LimitError.Check(depth, limits.MaxValueDepth, "levels of values");
        LimitError.Check(++_values, limits.MaxValues, "values");
        switch (value)
        {
            case GraphQLListValue { Values: { } items }:
                LimitError.Check(items.Count, limits.MaxListItems, "items", "A list has");
                items.ForEach(item => Count(item, depth + 1));
                break;
            case GraphQLObjectValue { Fields: { } fields }:
                fields.ForEach(field => Count(field.Value, depth + 1));
                break;
        }
    }
}
