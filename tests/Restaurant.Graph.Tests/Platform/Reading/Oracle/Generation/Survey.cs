using System.Text.Json;
using GraphQL.Types;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>Reads all there is, so that documents can ask for it.</summary>
internal sealed class Survey(ISchema schema, GraphQLClient client)
{
    private const int MaxPage = 50;
    private const int Orders = 12;

    /// <summary>What the documents of a generator are about.</summary>
    public async Task<Surroundings> MakeAsync()
    {
        var harvest = new Harvest();
        foreach (var root in schema.Query.Fields.Where(field => (field.Arguments ?? []).All(argument => argument.ResolvedType is not NonNullGraphType)))
        {
            var data = await client.QueryAsync($"{{ __typename {Everything(root, [])?.Text} }}");
            harvest.Take(JsonSerializer.SerializeToElement(data));
        }

        harvest.Take(JsonSerializer.SerializeToElement(await client.QueryAsync("{ __typename __schema { __typename types { __typename name } } }")));
        var surroundings = new Surroundings(schema, harvest, new Dictionary<string, IReadOnlyList<OrderedCursors>>(StringComparer.Ordinal));
        return surroundings with { Cursors = await CursorsAsync(surroundings) };
    }

    private static Field? Everything(FieldType field, HashSet<IGraphType> above)
    {
        var type = field.ResolvedType!.Named();
        if (type is not IComplexGraphType complex)
        {
            return new Field(field.Name, null, [], [], []);
        }

        if (above.Contains(type))
        {
            return null;
        }

        IReadOnlyList<Argument> arguments = type.IsConnection() ? [new Argument("first", Literal.Of(MaxPage))] : [];
        var parts = complex.Fields.Select(part => Everything(part, [.. above, type])).OfType<Field>();
        return new Field(field.Name, null, arguments, [], [new Field("__typename", null, [], [], []), .. parts]);
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<OrderedCursors>>> CursorsAsync(Surroundings surroundings)
    {
        var random = new Random(1);
        var cursors = new Dictionary<string, IReadOnlyList<OrderedCursors>>(StringComparer.Ordinal);
        foreach (var field in schema.Query.Fields.Where(field => field.ResolvedType!.Named().IsConnection() && field.Arguments!.Find("order") is not null))
        {
            var values = new ValueGenerator(random, surroundings, new Declarations(random, runs: 1));
            var type = field.Arguments!.Find("order")!.ResolvedType!;
            var orders = Enumerable.Range(0, Orders).Select(_ => values.Constant(type, null, levels: 3)).Prepend(null);
            cursors[field.Name] = [.. await Task.WhenAll(orders.Select(order => CursorsAsync(field.Name, order)))];
        }

        return cursors;
    }

    private async Task<OrderedCursors> CursorsAsync(string field, Value? order)
    {
        var cursors = new List<string>();
        foreach (var end in new[] { "first", "last" })
        {
            var data = await client.QueryAsync($"{{ {field}(order: {order ?? Literal.Null}, {end}: 20) {{ edges {{ cursor }} }} }}");
            cursors.AddRange(data[field]!["edges"]!.AsArray().Select(edge => edge!["cursor"]!.GetValue<string>()));
        }

        return new OrderedCursors(order, cursors);
    }
}

/// <summary>What there is to be asked for, and how.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Harvest">The values there are.</param>
/// <param name="Cursors">The cursors of each connection at the root, for several orders.</param>
internal sealed record Surroundings(ISchema Schema, Harvest Harvest, IReadOnlyDictionary<string, IReadOnlyList<OrderedCursors>> Cursors);

/// <summary>Cursors of rows in an order; null: in the order of a list for which none is given.</summary>
internal sealed record OrderedCursors(Value? Order, IReadOnlyList<string> Cursors);
