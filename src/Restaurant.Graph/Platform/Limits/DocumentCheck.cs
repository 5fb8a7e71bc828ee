using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Counts what a document has in it, in one walk over it, and once more with all fragments in their places.</summary>
internal sealed class DocumentCheck(LimitOptions limits, GraphQLDocument document)
{
    private static readonly HashSet<string> IntrospectionLists =
        new(["types", "fields", "inputFields", "args", "enumValues", "possibleTypes", "interfaces", "directives"], StringComparer.Ordinal);

    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = [];
    private readonly Dictionary<GraphQLFragmentDefinition, Extent> _extents = [];
    private readonly HashSet<GraphQLFragmentDefinition> _open = [];
    private int _fields;
    private int _spreads;
    private int _aliases;
    private int _directives;
    private int _merged;

    /// <summary>Throws a <see cref="LimitError"/> for the first thing of which there is too much.</summary>
    public void Run()
    {
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        Check(fragments.Count, limits.MaxFragments, "fragments");
        fragments.ForEach(fragment => _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment));
        foreach (var definition in document.Definitions)
        {
            Count((definition as IHasDirectivesNode)?.Directives);
            if (definition is IHasSelectionSetNode { SelectionSet: { } set })
            {
                Count(set);
            }
        }

        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            var extent = ExtentOf(operation.SelectionSet, isIntrospection: false);
            if (operation.Operation == OperationType.Mutation)
            {
                Check(extent.TopFields, limits.MaxMutations, "mutations", "The operation has");
            }
        }
    }

    private void Count(GraphQLSelectionSet set)
    {
        foreach (var selection in set.Selections)
        {
            Count(((IHasDirectivesNode)selection).Directives);
            switch (selection)
            {
                case GraphQLField field:
                    Check(++_fields, limits.MaxFields, "fields");
                    Check(field.Alias is null ? _aliases : ++_aliases, limits.MaxAliases, "aliases");
                    field.Arguments?.Items.ForEach(argument => Count(argument.Value, depth: 0));
                    break;
                default:
                    Check(++_spreads, limits.MaxSpreads, "spreads");
                    break;
            }

            if (selection is IHasSelectionSetNode { SelectionSet: { } below })
            {
                Count(below);
            }
        }
    }

    private void Count(GraphQLDirectives? directives)
    {
        Check(_directives += directives?.Count ?? 0, limits.MaxDirectives, "directives");
        directives?.Items.ForEach(directive => directive.Arguments?.Items.ForEach(argument => Count(argument.Value, depth: 0)));
    }

    private void Count(GraphQLValue value, int depth)
    {
        Check(depth, limits.MaxValueDepth, "levels of values");
        switch (value)
        {
            case GraphQLListValue { Values: { } items }:
                Check(items.Count, limits.MaxListItems, "items", "A list has");
                items.ForEach(item => Count(item, depth + 1));
                break;
            case GraphQLObjectValue { Fields: { } fields }:
                fields.ForEach(field => Count(field.Value, depth + 1));
                break;
        }
    }

    // How much there is of a selection with its fragments in their places. What spreads itself is left to validation.
    private Extent ExtentOf(GraphQLSelectionSet set, bool isIntrospection)
    {
        var (extent, keys) = (new Extent(), new Dictionary<string, int>(StringComparer.Ordinal));
        Add(set, extent, keys, isIntrospection);
        Check(_merged += extent.Merged.Count, limits.MaxMergedFragments, "fragments in its selections, with those in them");
        return extent;
    }

    private void Add(GraphQLSelectionSet set, Extent extent, Dictionary<string, int> keys, bool isIntrospection)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    Add(field, extent, keys, isIntrospection);
                    break;
                case GraphQLInlineFragment inline:
                    Add(inline.SelectionSet, extent, keys, isIntrospection);
                    break;
                case GraphQLFragmentSpread spread when _fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment) && _open.Add(fragment):
                    Add(fragment, extent, keys, isIntrospection);
                    _open.Remove(fragment);
                    break;
            }
        }
    }

    private void Add(GraphQLFragmentDefinition fragment, Extent extent, Dictionary<string, int> keys, bool isIntrospection)
    {
        if (!_extents.TryGetValue(fragment, out var known))
        {
            _extents[fragment] = known = ExtentOf(fragment.SelectionSet, isIntrospection);
        }

        extent.Take(fragment.FragmentName.Name.StringValue, known);
        foreach (var (key, count) in known.Keys)
        {
            Check(keys[key] = keys.GetValueOrDefault(key) + count, limits.MaxSameKeys, "times", $"'{key}' is asked for");
        }

        Check(extent);
    }

    private void Add(GraphQLField field, Extent extent, Dictionary<string, int> keys, bool isIntrospection)
    {
        var name = field.Name.StringValue;
        var key = field.Alias?.Name.StringValue ?? name;
        Check(keys[key] = keys.GetValueOrDefault(key) + 1, limits.MaxSameKeys, "times", $"'{key}' is asked for");
        extent.Keys[key] = keys[key];
        var isWithin = isIntrospection || name is "__schema" or "__type";
        var below = field.SelectionSet is { } set ? ExtentOf(set, isWithin) : new Extent();
        extent.TakeBelow(below, isWithin && IntrospectionLists.Contains(name) ? 1 : 0);
        Check(extent);
    }

    private void Check(Extent extent)
    {
        Check(extent.Fields, limits.MaxExpandedFields, "fields with its fragments in their places");
        Check(extent.Depth, limits.MaxDepth, "levels of fields");
        Check(extent.IntrospectionDepth, limits.MaxIntrospectionDepth, "levels of lists in its introspection");
    }

    private static void Check(int count, int limit, string what, string where = "The document has")
    {
        if (count > limit)
        {
            throw new LimitError(where, $"{limit} {what}");
        }
    }

    private sealed class Extent
    {
        public int Fields { get; private set; }

        public int TopFields { get; private set; }

        public int Depth { get; private set; }

        public int IntrospectionDepth { get; private set; }

        public Dictionary<string, int> Keys { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Merged { get; } = new(StringComparer.Ordinal);

        public void Take(string name, Extent fragment)
        {
            Merged.Add(name);
            Merged.UnionWith(fragment.Merged);
            Fields += fragment.Fields;
            TopFields += fragment.TopFields;
            Depth = Math.Max(Depth, fragment.Depth);
            IntrospectionDepth = Math.Max(IntrospectionDepth, fragment.IntrospectionDepth);
        }

        public void TakeBelow(Extent below, int lists)
        {
            Fields += 1 + below.Fields;
            TopFields++;
            Depth = Math.Max(Depth, below.Depth + 1);
            IntrospectionDepth = Math.Max(IntrospectionDepth, below.IntrospectionDepth + lists);
        }
    }
}
