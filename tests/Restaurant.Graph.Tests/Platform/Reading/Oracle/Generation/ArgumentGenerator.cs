using GraphQL.Types;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>Makes the arguments of a field. Those of a connection fit together: there are cursors of the order that is asked for.</summary>
internal sealed class ArgumentGenerator(Random random, Surroundings surroundings, Declarations declarations, ValueGenerator values)
{
    private const int MaxPage = 10;
    private const int MaxLevels = 9;

    /// <summary>Arguments for a field, in any order.</summary>
    public IReadOnlyList<Argument> Of(FieldType field)
    {
        var type = field.ResolvedType!.Named();
        Argument?[] arguments = type.IsConnection()
            ? [.. Pages(field), Where(field), .. Searches(field)]
            : [.. (field.Arguments ?? []).Select(argument => Plain(argument, type))];
        random.Shuffle(arguments);
        return [.. arguments.OfType<Argument>()];
    }

    private Argument? Plain(QueryArgument argument, IGraphType type) => argument.ResolvedType is NonNullGraphType || random.Happens(50)
        ? new Argument(argument.Name, values.Of(argument.ResolvedType!, SubjectOf(argument.Name, type), MaxLevels))
        : null;

    // The id of something else says of what.
    private static Subject SubjectOf(string argument, IGraphType type) => argument.EndsWith("Id", StringComparison.Ordinal)
        ? new Subject($"{char.ToUpperInvariant(argument[0])}{argument[1..^2]}", "id")
        : new Subject(type.Name, argument.TrimEnd('s'));

    private Argument? Where(FieldType field) => field.Arguments!.Find("where") is { } where && random.Happens(60)
        ? new Argument(where.Name, values.Of(where.ResolvedType!, null, Math.Max(random.Next(2, MaxLevels + 1), random.Next(2, MaxLevels + 1))))
        : null;

    // What is searched for is mostly a part of a name.
    private IEnumerable<Argument?> Searches(FieldType field) => field.Arguments!
        .Where(argument => argument.ResolvedType is NonNullGraphType)
        .Select(argument => new Argument(argument.Name, values.Of(
            argument.ResolvedType!, new Subject(((IComplexGraphType)field.ResolvedType!.Named()).Fields.Find("nodes")!.ResolvedType!.Named().Name, "name"), MaxLevels)));

    private IEnumerable<Argument?> Pages(FieldType field)
    {
        var order = field.Arguments!.Find("order")?.ResolvedType;
        var place = Place(field, order);
        var page = Page(place);
        var pages = random.Next(3) switch
        {
            0 => declarations.PerRun(() => page),
            1 => declarations.PerRun(() => Page(place)),
            _ => declarations.PerRun(() => Page(Place(field, order))),
        };
        yield return Argument("first", "Int", [.. pages.Select(page => page.FromEnd ? null : page.Size)]);
        yield return Argument("last", "Int", [.. pages.Select(page => page.FromEnd ? page.Size : null)]);
        yield return Argument("after", "String", [.. pages.Select(page => page.After)]);
        yield return Argument("before", "String", [.. pages.Select(page => page.Before)]);
        yield return order is null ? null : Argument("order", order.ToString()!, [.. pages.Select(page => page.Order)]);
    }

    private Argument? Argument(string name, string type, IReadOnlyList<Value?> wanted)
    {
        var isNothing = wanted.All(value => value is null) && random.Happens(85);
        var value = isNothing ? null : declarations.Place(type, wanted) ?? (random.Happens(20) ? Literal.Null : null);
        return value is null ? null : new Argument(name, value);
    }

    private OrderedCursors Place(FieldType field, IGraphType? order)
    {
        if (order is null)
        {
            var edge = ((IComplexGraphType)field.ResolvedType!.Named()).Fields.Find("edges")!.ResolvedType!.Named();
            return new OrderedCursors(null, surroundings.Harvest.Texts(new Subject(edge.Name, "cursor")));
        }

        return random.Happens(30) ? new OrderedCursors(values.Constant(order, null, levels: 3), []) : random.One(surroundings.Cursors[field.Name]);
    }

    private Page Page(OrderedCursors place) => new(
        random.Happens(40),
        random.Next(1000) switch
        {
            < 1 => Literal.Of(-1),
            < 2 => Literal.Of(51),
            < 200 => null,
            _ => Literal.Of(random.Next(MaxPage + 1)),
        },
        place.Order,
        random.Happens(45) ? Cursor(place) : null,
        random.Happens(35) ? Cursor(place) : null);

    private Literal? Cursor(OrderedCursors place) => random.Next(1000) switch
    {
        < 3 => Literal.Of(random.One(["", "AAAAAAAAAAI", "%", "W10"])),
        < 6 => Literal.Of(random.One(random.One(surroundings.Cursors.Values.SelectMany(static orders => orders).Where(static order => order.Cursors.Count > 0).ToArray()).Cursors)),
        _ => place.Cursors.Count == 0 ? null : Literal.Of(random.One(place.Cursors)),
    };
}

/// <summary>What a run asks of a connection.</summary>
internal sealed record Page(bool FromEnd, Literal? Size, Value? Order, Literal? After, Literal? Before);
