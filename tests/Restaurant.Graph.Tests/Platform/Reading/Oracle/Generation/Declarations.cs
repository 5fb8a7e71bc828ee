using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>The variables of a document while it is made.</summary>
internal sealed class Declarations(Random random, int runs)
{
    private const double AsVariable = 35;
    private const double WithDefault = 25;
    private const double AsNull = 40;
    private const double Stricter = 25;
    private const double Spoil = 0.1;

    private static readonly Value?[] Wrong =
        [null, Literal.Null, Literal.Of("wrong"), Literal.Number("0.5"), new ListValue([Literal.Of(true)]), new ObjectValue([])];

    private readonly List<Variable> _variables = [];
    private readonly Dictionary<(string Type, Subject? Subject), List<string>> _reusable = [];

    /// <summary>How often each document is sent.</summary>
    public int Runs => runs;

    /// <summary>The variables so far.</summary>
    public IReadOnlyList<Variable> All => _variables;

    /// <summary>Something made anew for each run.</summary>
    public IReadOnlyList<T> PerRun<T>(Func<T> make) => [.. Enumerable.Range(0, runs).Select(_ => make())];

    /// <summary>
    /// What is written where each run wants a value of its own: the value itself if they want the same, or a variable. Null stands for
    /// nothing, which only a place that need not have a value can have.
    /// </summary>
    public Value? Place(string type, IReadOnlyList<Value?> wanted)
    {
        var same = wanted.All(value => value?.Text == wanted[0]?.Text);
        return same && !random.Happens(AsVariable) ? wanted[0] : Declare(type, wanted);
    }

    /// <summary>A variable, new or one from elsewhere in the document that is about the same.</summary>
    public Value Shared(string type, Subject? subject, Func<Value> make)
    {
        var known = _reusable.TryGetValue((type, subject), out var found) ? found : _reusable[(type, subject)] = [];
        if (known.Count > 0 && random.Happens(AsVariable))
        {
            return new VariableUse(random.One(known));
        }

        var use = Declare(type, PerRun<Value?>(make));
        known.Add(use.Name);
        return use;
    }

    private VariableUse Declare(string type, IReadOnlyList<Value?> wanted)
    {
        var required = type.EndsWith('!');
        var stricter = required || (!wanted.Any(IsNothing) && random.Happens(Stricter));
        var name = $"v{_variables.Count}";
        var most = random.Next(runs);
        if (wanted[most] is { } byDefault && random.Happens(WithDefault))
        {
            // One run leaves the variable out for its default; a run that wants nothing has to say so.
            IReadOnlyList<Value?> given = [.. wanted.Select((value, run) => run == most ? null : value ?? Literal.Null)];
            var loose = byDefault == Literal.Null || given.Contains(Literal.Null) || random.Happens(50);
            _variables.Add(new Variable(name, loose ? type.TrimEnd('!') : $"{type.TrimEnd('!')}!", byDefault, Spoilt(given)));
            return new VariableUse(name);
        }

        IReadOnlyList<Value?> loosely = [.. wanted.Select(value => !IsNothing(value) ? value : random.Happens(AsNull) ? Literal.Null : null)];
        _variables.Add(new Variable(name, stricter ? $"{type.TrimEnd('!')}!" : type, null, Spoilt(stricter ? wanted : loosely)));
        return new VariableUse(name);
    }

    private static bool IsNothing(Value? value) => value is null || value == Literal.Null;

    private IReadOnlyList<Value?> Spoilt(IReadOnlyList<Value?> given) =>
        random.Happens(Spoil) ? given.With(random.Next(runs), [random.One(Wrong)]) : given;
}
