using GraphQL.Types;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;
using Directive = Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax.Directive;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>Makes the selections of a document and the fragments that they use.</summary>
internal sealed class SelectionGenerator(Random random, Surroundings surroundings, Declarations declarations, Action<string>? asked)
{
    private const double Again = 12;
    private const double AsFragment = 18;
    private const int MaxSelections = 5;
    private const int MaxBelow = 40;

    private readonly ArgumentGenerator _arguments = new(random, surroundings, declarations, new ValueGenerator(random, surroundings, declarations, asked));
    private readonly FieldChooser _chooser = new(random, surroundings);
    private readonly ResponseKeys _keys = new(random);
    private readonly List<(IGraphType Parent, Field Field, FieldType Definition)> _fields = [];
    private readonly List<(Fragment Fragment, IGraphType On, double Rows)> _fragments = [];
    private int _budget;

    /// <summary>The named fragments so far.</summary>
    public IEnumerable<Fragment> Fragments => _fragments.Select(known => known.Fragment);

    /// <summary>Selections on a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="depth">How many levels of fields there may be.</param>
    /// <param name="rows">How many objects of the type there may be in the answer.</param>
    public IReadOnlyList<Selection> Of(IGraphType type, int depth, double rows) =>
        [.. Enumerable.Range(0, random.Next(1, _budget < 0 ? 3 : MaxSelections + 1)).Select(_ => One(type, depth, rows))];

    private Selection One(IGraphType type, int depth, double rows)
    {
        _budget = type == surroundings.Schema.Query ? random.Next(MaxBelow) : _budget - 1;
        return depth > 0 && random.Happens(type is IAbstractGraphType ? 65 : AsFragment)
            ? random.Happens(50) ? Inline(type, depth, rows) : Spread(type, depth, rows)
            : random.Happens(Again) && Known(type, depth, rows) is { } known ? known
            : New(type, depth, rows);
    }

    private InlineFragment Inline(IGraphType type, int depth, double rows)
    {
        var on = random.One([type, .. type.Conditions()]);
        return new InlineFragment(on == type && random.Happens(40) ? null : on.Name, Directives(), Of(on, depth - 1, rows));
    }

    private FragmentSpread Spread(IGraphType type, int depth, double rows)
    {
        var usable = _fragments.Where(known => known.Rows >= rows && known.On.Possible().Intersect(type.Possible(), StringComparer.Ordinal).Any()).ToList();
        if (usable.Count > 0 && random.Happens(50))
        {
            return new FragmentSpread(random.One(usable).Fragment.Name, Directives());
        }

        var on = random.One(type.Conditions());
        var selections = Of(on, depth - 1, rows);
        var fragment = new Fragment($"F{_fragments.Count}", on.Name, selections);
        _fragments.Add((fragment, on, rows));
        return new FragmentSpread(fragment.Name, Directives());
    }

    // The same field with the same arguments and another selection set, to be merged.
    private Field? Known(IGraphType type, int depth, double rows)
    {
        var known = _fields.Where(known => known.Parent == type && _chooser.IsAffordable(type, known.Definition, rows, IsEnd(depth))).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var (_, field, definition) = random.One(known);
        return field with { Directives = Directives(), Selections = Below(type, definition, depth, rows) };
    }

    private Field New(IGraphType type, int depth, double rows)
    {
        var definition = _chooser.Choose(type, rows, IsEnd(depth));
        asked?.Invoke($"{type.Name}.{definition.Name}");
        var arguments = _arguments.Of(definition);
        foreach (var argument in arguments)
        {
            asked?.Invoke($"{type.Name}.{definition.Name}({argument.Name})");
        }

        var field = new Field(definition.Name, null, arguments, Directives(), []);
        field = field with { Alias = _keys.AliasOf(type, definition, field.ArgumentsText) };
        _fields.Add((type, field, definition));
        return field with { Selections = Below(type, definition, depth, rows) };
    }

    private IReadOnlyList<Selection> Below(IGraphType type, FieldType field, int depth, double rows) =>
        field.ResolvedType!.IsLeaf() ? [] : Of(field.ResolvedType!.Named(), depth - 1, rows * _chooser.RowsOf(type, field));

    private bool IsEnd(int depth) => depth <= 1 || _budget <= 0;

    private IReadOnlyList<Directive> Directives() => random.Next(100) switch
    {
        < 91 => [],
        < 92 => [Skip(), Include()],
        < 93 => [Include(), Skip()],
        < 96 => [Skip()],
        _ => [Include()],
    };

    private Directive Skip() => new("skip", Condition(25));

    private Directive Include() => new("include", Condition(75));

    private Value Condition(double percent)
    {
        var flag = random.Happens(50);
        return random.Happens(30)
            ? Literal.Of(random.Happens(percent))
            : declarations.Shared("Boolean!", new Subject("", ""), () => Literal.Of(flag = flag != random.Happens(80)));
    }
}
