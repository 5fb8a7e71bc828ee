using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Walks over operations with all fragments in their places, no further than it may. What spreads itself is left to validation.</summary>
internal sealed class Expansion
{
    private static readonly HashSet<string> IntrospectionLists =
        new(["types", "fields", "inputFields", "args", "enumValues", "possibleTypes", "interfaces", "directives"], StringComparer.Ordinal);

    private readonly LimitOptions _limits;
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = new(StringComparer.Ordinal);
    private readonly HashSet<GraphQLFragmentDefinition> _open = [];
    private int _steps;

    public Expansion(LimitOptions limits, IReadOnlyList<GraphQLFragmentDefinition> fragments)
    {
        _limits = limits;
        foreach (var fragment in fragments)
        {
            _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        }
    }

    /// <summary>Checks how many fragments the selections are made of: validation compares them all with each other.</summary>
    public void CheckMerged()
    {
        var merged = 0;
        foreach (var fragment in _fragments.Values)
        {
            var reached = new HashSet<GraphQLFragmentDefinition>();
            Reach(fragment.SelectionSet, reached);
            LimitError.Check(merged += reached.Count, _limits.MaxMergedFragments, "fragments in its fragments");
        }
    }

    /// <summary>Checks an operation.</summary>
    public void Check(GraphQLOperationDefinition operation)
    {
        var paths = new Paths();
        Walk(operation.SelectionSet, new Level(paths, Paths.Root, Depth: 1, Lists: 0, IsIntrospection: false));
        if (operation.Operation == OperationType.Mutation)
        {
            LimitError.Check(paths.CountAt(Paths.Root), _limits.MaxMutations, "mutations", "The operation has");
        }
    }

    private void Walk(GraphQLSelectionSet set, Level level)
    {
        foreach (var selection in set.Selections)
        {
            LimitError.Check(++_steps, _limits.MaxExpandedFields, "fields with its fragments in their places");
            switch (selection)
            {
                case GraphQLField field:
                    Walk(field, level);
                    break;
                case GraphQLInlineFragment inline:
                    Walk(inline.SelectionSet, level);
                    break;
                case GraphQLFragmentSpread spread when Find(spread) is { } fragment && level.Paths.Enter(level.Path, fragment) && _open.Add(fragment):
                    Walk(fragment.SelectionSet, level);
                    _open.Remove(fragment);
                    break;
            }
        }
    }

    private void Walk(GraphQLField field, Level level)
    {
        var name = field.Name.StringValue;
        var key = field.Alias?.Name.StringValue ?? name;
        var (path, count) = level.Paths.Add(level.Path, key);
        var isIntrospection = level.IsIntrospection || name is "__schema" or "__type";
        var lists = level.Lists + (isIntrospection && IntrospectionLists.Contains(name) ? 1 : 0);
        LimitError.Check(count, _limits.MaxSameKeys, "times", $"'{key}' is asked for");
        LimitError.Check(level.Depth, _limits.MaxDepth, "levels of fields");
        LimitError.Check(lists, _limits.MaxIntrospectionDepth, "levels of lists in its introspection");
        if (field.SelectionSet is { } below)
        {
            Walk(below, level with { Path = path, Depth = level.Depth + 1, Lists = lists, IsIntrospection = isIntrospection });
        }
    }

    private void Reach(GraphQLSelectionSet set, HashSet<GraphQLFragmentDefinition> reached)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is GraphQLInlineFragment inline)
            {
                Reach(inline.SelectionSet, reached);
            }
            else if (selection is GraphQLFragmentSpread spread && Find(spread) is { } fragment && reached.Add(fragment))
            {
                Reach(fragment.SelectionSet, reached);
            }
        }
    }

    private GraphQLFragmentDefinition? Find(GraphQLFragmentSpread spread) => _fragments.GetValueOrDefault(spread.FragmentName.Name.StringValue);

    private sealed record Level(Paths Paths, int Path, int Depth, int Lists, bool IsIntrospection);

    /// <summary>The paths of response keys, and how often each is asked for: fields of one path are merged, and compared with each other.</summary>
    private sealed class Paths
    {
        public const int Root = 0;

        private readonly Dictionary<(int Parent, string Key), (int Path, int Count)> _paths = [];
        private readonly HashSet<(int Path, GraphQLFragmentDefinition Fragment)> _entered = [];

        public (int Path, int Count) Add(int parent, string key)
        {
            var (path, count) = _paths.GetValueOrDefault((parent, key), (_paths.Count + 1, 0));
            return _paths[(parent, key)] = (path, count + 1);
        }

        // A fragment that is spread once more in one place adds nothing.
        public bool Enter(int path, GraphQLFragmentDefinition fragment) => _entered.Add((path, fragment));

        public int CountAt(int parent) => _paths.Where(path => path.Key.Parent == parent).Sum(static path => path.Value.Count);
    }
}
