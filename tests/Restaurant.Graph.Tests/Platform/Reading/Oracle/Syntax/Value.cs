namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

/// <summary>A value, which can be written into a document and into the variables beside it.</summary>
internal abstract record Value : Node
{
    /// <summary>As GraphQL.</summary>
    public sealed override string ToString() => Text;

    /// <summary>As GraphQL.</summary>
    public abstract string Text { get; }

    /// <summary>As JSON.</summary>
    public abstract string Json { get; }

    /// <summary>Values that say less.</summary>
    public virtual IEnumerable<Value> Smaller(Case whole) => [];
}

/// <summary>The constant of an enum.</summary>
internal sealed record EnumValue(string Name) : Value
{
    public override string Text => Name;

    public override string Json => $"\"{Name}\"";
}

/// <summary>A list.</summary>
internal sealed record ListValue(IReadOnlyList<Value> Items) : Value
{
    public override string Text => $"[{string.Join(", ", Items.Select(item => item.Text))}]";

    public override string Json => $"[{string.Join(",", Items.Select(item => item.Json))}]";

    public override IEnumerable<Node> Children => Items;

    public override IEnumerable<Value> Smaller(Case whole) => Reduction.Of(Items, item => item.Smaller(whole)).Select(items => new ListValue(items));
}

/// <summary>An object, with its fields in the order they are written.</summary>
internal sealed record ObjectValue(IReadOnlyList<Argument> Fields) : Value
{
    public override string Text => $"{{ {string.Join(", ", Fields.Select(part => part.Text))} }}";

    public override string Json => $"{{{string.Join(",", Fields.Select(part => $"\"{part.Name}\":{part.Value.Json}"))}}}";

    public override IEnumerable<Node> Children => Fields;

    public override IEnumerable<Value> Smaller(Case whole) => Reduction.Of(Fields, field => field.Smaller(whole)).Select(fields => new ObjectValue(fields));
}

/// <summary>A variable in the place of a value.</summary>
internal sealed record VariableUse(string Name) : Value
{
    public override string Text => $"${Name}";

    public override string Json => throw new InvalidOperationException("Variables are no JSON.");

    public override IEnumerable<Value> Smaller(Case whole) => whole.OnlyValueOf(Name) is { } value ? [value] : [];
}

/// <summary>A named value: an argument of a field, or a field of an object.</summary>
internal sealed record Argument(string Name, Value Value) : Node
{
    /// <summary>As GraphQL.</summary>
    public string Text => $"{Name}: {Value.Text}";

    public override IEnumerable<Node> Children => [Value];

    /// <summary>The same with values that say less.</summary>
    public IEnumerable<Argument> Smaller(Case whole) => Value.Smaller(whole).Select(value => this with { Value = value });
}
