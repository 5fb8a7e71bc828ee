namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

/// <summary>A document. What none of its operations uses is not written.</summary>
internal sealed record Document(IReadOnlyList<Operation> Operations, IReadOnlyList<Fragment> Fragments, IReadOnlyList<Variable> Variables)
{
    /// <summary>As GraphQL.</summary>
    public string Text =>
        string.Join("\n\n", [.. Operations.Select(TextOf), .. Operations.SelectMany(FragmentsOf).Distinct().Select(fragment => fragment.Text)]);

    /// <summary>The variables that an operation uses, itself and in its fragments.</summary>
    public IEnumerable<Variable> VariablesOf(Operation operation)
    {
        var parts = FragmentsOf(operation).Cast<Node>().Prepend(operation).SelectMany(part => part.Descendants);
        var used = parts.OfType<VariableUse>().Select(use => use.Name).ToHashSet();
        return Variables.Where(variable => used.Contains(variable.Name));
    }

    private IReadOnlyList<Fragment> FragmentsOf(Operation operation)
    {
        var found = new List<Fragment>();
        Find(operation);
        return found;

        void Find(Node node)
        {
            foreach (var name in node.Descendants.OfType<FragmentSpread>().Select(spread => spread.Name))
            {
                if (Fragments.First(fragment => fragment.Name == name) is var fragment && !found.Contains(fragment))
                {
                    found.Add(fragment);
                    Find(fragment);
                }
            }
        }
    }

    private string TextOf(Operation operation)
    {
        var variables = string.Join(", ", VariablesOf(operation).Select(variable => variable.Text));
        var head = $"query {operation.Name}{(variables.Length == 0 ? "" : $"({variables})")}";
        return (head == "query " ? "" : head) + SelectionSet.Text(operation.Selections);
    }
}

/// <summary>A query, which may have no name if it is the only one.</summary>
internal sealed record Operation(string? Name, IReadOnlyList<Selection> Selections) : Node
{
    public override IEnumerable<Node> Children => Selections;
}

/// <summary>A named fragment.</summary>
internal sealed record Fragment(string Name, string On, IReadOnlyList<Selection> Selections) : Node
{
    /// <summary>As GraphQL.</summary>
    public string Text => $"fragment {Name} on {On}{SelectionSet.Text(Selections)}";

    public override IEnumerable<Node> Children => Selections;
}

/// <summary>A variable, and what is given for it each time the document is sent; null where it is left out.</summary>
internal sealed record Variable(string Name, string Type, Value? Default, IReadOnlyList<Value?> Given)
{
    /// <summary>The definition as GraphQL.</summary>
    public string Text => $"${Name}: {Type}{(Default is null ? "" : $" = {Default}")}";

    /// <summary>The same with less given for it.</summary>
    public IEnumerable<Variable> Smaller(Case whole) =>
    [
        .. Default is null ? Array.Empty<Variable>() : [this with { Default = null }],
        .. Given.Index().SelectMany(given => given.Item is null
            ? []
            : given.Item.Smaller(whole).Prepend(null).Select(value => this with { Given = Given.With(given.Index, [value]) })),
    ];
}
