namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

/// <summary>A field or a fragment within a selection set.</summary>
internal abstract record Selection(IReadOnlyList<Directive> Directives) : Node
{
    /// <summary>As GraphQL.</summary>
    public abstract string Text { get; }

    protected string DirectivesText => string.Concat(Directives.Select(directive => $" @{directive.Name}(if: {directive.If})"));

    /// <summary>The same with fewer directives or with less below it.</summary>
    public virtual IEnumerable<Selection> Smaller(Case whole) => Reduction
        .Of(Directives, directive => directive.If.Smaller(whole).Select(value => directive with { If = value }))
        .Select(directives => this with { Directives = directives });
}

/// <summary>A directive that keeps or leaves out: <c>skip</c> or <c>include</c>.</summary>
internal sealed record Directive(string Name, Value If) : Node
{
    public override IEnumerable<Node> Children => [If];
}

/// <summary>A field, with the selections below it if it has any.</summary>
internal sealed record Field(
    string Name, string? Alias, IReadOnlyList<Argument> Arguments, IReadOnlyList<Directive> Directives, IReadOnlyList<Selection> Selections)
    : Selection(Directives)
{
    public override string Text => (Alias is null ? Name : $"{Alias}: {Name}") + ArgumentsText + DirectivesText + SelectionSet.Text(Selections);

    /// <summary>As GraphQL; nothing if there are none.</summary>
    public string ArgumentsText => Arguments.Count == 0 ? "" : $"({string.Join(", ", Arguments.Select(argument => argument.Text))})";

    public override IEnumerable<Node> Children => [.. Arguments, .. Directives, .. Selections];

    public override IEnumerable<Selection> Smaller(Case whole) =>
    [
        .. SelectionSet.Smaller(Selections, whole).Select(selections => this with { Selections = selections }),
        .. Reduction.Of(Arguments, argument => argument.Smaller(whole)).Select(arguments => this with { Arguments = arguments }),
        .. base.Smaller(whole),
        .. Alias is null ? Array.Empty<Selection>() : [this with { Alias = null }],
    ];
}

/// <summary>A fragment where it is used, for one type or for whatever is there.</summary>
internal sealed record InlineFragment(string? On, IReadOnlyList<Directive> Directives, IReadOnlyList<Selection> Selections) : Selection(Directives)
{
    public override string Text => (On is null ? "..." : $"... on {On}") + DirectivesText + SelectionSet.Text(Selections);

    public override IEnumerable<Node> Children => [.. Directives, .. Selections];

    public override IEnumerable<Selection> Smaller(Case whole) =>
        [.. SelectionSet.Smaller(Selections, whole).Select(selections => this with { Selections = selections }), .. base.Smaller(whole)];
}

/// <summary>The use of a named fragment.</summary>
internal sealed record FragmentSpread(string Name, IReadOnlyList<Directive> Directives) : Selection(Directives)
{
    public override string Text => $"...{Name}{DirectivesText}";

    public override IEnumerable<Node> Children => Directives;

    public override IEnumerable<Selection> Smaller(Case whole)
    {
        var fragment = whole.Document.Fragments.First(fragment => fragment.Name == Name);
        return [new InlineFragment(fragment.On, Directives, fragment.Selections), .. base.Smaller(whole)];
    }
}
