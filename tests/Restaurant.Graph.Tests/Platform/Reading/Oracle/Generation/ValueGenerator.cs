using GraphQL.Types;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>Makes values of any type of input, with variables anywhere in them.</summary>
internal sealed class ValueGenerator(Random random, Surroundings surroundings, Declarations declarations, Action<string>? asked = null)
{
    private const double AsVariable = 12;
    private const double AsNull = 4;
    private const double ItemAsNull = 12;
    private const double AsSingle = 10;
    private const double Deeper = 60;
    private const double AsOneField = 65;
    private const int MaxFields = 3;
    private const int MaxItems = 3;

    private readonly ScalarGenerator _scalars = new(random, surroundings.Harvest);

    /// <summary>A value in which, or in whose place, there may be variables.</summary>
    /// <param name="type">The type of the place.</param>
    /// <param name="subject">What the value is about, if that is known.</param>
    /// <param name="levels">How many objects there may be in each other.</param>
    public Value Of(IGraphType type, Subject? subject, int levels) => random.Happens(AsVariable)
        ? declarations.Shared(type.ToString()!, subject, () => Constant(type, subject, levels))
        : Make(type, subject, levels, Of);

    /// <summary>A value without variables.</summary>
    public Value Constant(IGraphType type, Subject? subject, int levels) => Make(type, subject, levels, Constant);

    private Value Make(IGraphType type, Subject? subject, int levels, Func<IGraphType, Subject?, int, Value> part)
    {
        if (type is not NonNullGraphType && random.Happens(AsNull))
        {
            return Literal.Null;
        }

        return type.Nullable() switch
        {
            // What is no list counts as a list of one, but for null and for a variable of the type of an item.
            ListGraphType list when random.Happens(AsSingle) => Make(new NonNullGraphType(list.ResolvedType!.Nullable()), subject, levels, part),
            ListGraphType list => new ListValue([.. Enumerable.Range(0, random.Next(MaxItems + 1)).Select(_ => Item(list.ResolvedType!, subject, levels, part))]),
            IInputObjectGraphType input => Object(input, subject, levels, part),
            var scalar => _scalars.Of((ScalarGraphType)scalar, subject),
        };
    }

    private Value Item(IGraphType type, Subject? subject, int levels, Func<IGraphType, Subject?, int, Value> part) =>
        type is not NonNullGraphType && random.Happens(ItemAsNull) ? Literal.Null : part(type, subject, levels);

    private ObjectValue Object(IInputObjectGraphType input, Subject? subject, int levels, Func<IGraphType, Subject?, int, Value> part)
    {
        FieldType[] fields = [.. input.Fields.Where(field => field.ResolvedType!.EndsWithin(levels - 1))];
        FieldType[] deep = random.Happens(Deeper) ? [.. fields.Where(field => field.ResolvedType!.LeadsOn())] : [];
        return new ObjectValue([.. random.Some(deep.Length > 0 ? deep : fields, input.LeadsOn() && random.Happens(AsOneField) ? 1 : MaxFields).Select(field =>
        {
            asked?.Invoke($"{input.Name}.{field.Name}");
            return new Argument(field.Name, part(field.ResolvedType!, About(input.Name, field.Name) ?? subject, levels - 1));
        })]);
    }

    private Subject? About(string input, string field) =>
        Array.Find(["FilterInput", "SortInput"], suffix => input.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix
        && surroundings.Schema.AllTypes[input[..^suffix.Length]] is IObjectGraphType type
            ? new Subject(type.Name, field)
            : null;
}
