using GraphQL.Types;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle;

/// <summary>The documents of <see cref="OracleTests"/> leave nothing of the schema out.</summary>
[Collection(nameof(TwoRestaurants))]
public sealed class GeneratorTests(TwoRestaurants restaurants)
{
    private const int MaxDocuments = 6_000;
    private const int MaxValues = 2_000;
    private const int MaxLevels = 3;

    [Fact]
    public void Every_field_is_asked_for_with_every_argument()
    {
        string[] askable = [.. Fields(restaurants.Surroundings.Schema.Query, []).SelectMany(Parts)];
        Assert.True(askable.Length > 400, $"There are {askable.Length}.");
        HashSet<string> asked = new(StringComparer.Ordinal);
        var generator = new DocumentGenerator(restaurants.Surroundings, part => asked.Add(part));
        for (var number = 0; number < MaxDocuments && !asked.IsSupersetOf(askable); number++)
        {
            generator.Of(0, number);
        }

        Assert.Empty(askable.Except(asked));
    }

    [Fact]
    public void Every_part_of_an_input_is_given()
    {
        var random = new Random(1);
        foreach (var input in Inputs())
        {
            string[] givable = [.. input.Fields.Select(field => $"{input.Name}.{field.Name}")];
            HashSet<string> given = new(StringComparer.Ordinal);
            var values = new ValueGenerator(random, restaurants.Surroundings, new Declarations(random, runs: 1), part => given.Add(part));
            for (var number = 0; number < MaxValues && !given.IsSupersetOf(givable); number++)
            {
                values.Constant(input, null, MaxLevels);
            }

            Assert.Empty(givable.Except(given));
        }
    }

    private static IEnumerable<string> Parts((IGraphType Type, FieldType Field) part) =>
        (part.Field.Arguments ?? []).Select(argument => $"{part.Type.Name}.{part.Field.Name}({argument.Name})").Prepend($"{part.Type.Name}.{part.Field.Name}");

    private static IEnumerable<(IGraphType Type, FieldType Field)> Fields(IGraphType type, HashSet<IGraphType> seen)
    {
        if (type is not IComplexGraphType complex || !seen.Add(type))
        {
            return [];
        }

        var possible = type is IAbstractGraphType general ? general.PossibleTypes : [];
        return complex.Fields
            .SelectMany(field => Fields(field.ResolvedType!.Named(), seen).Prepend((type, field)).ToList())
            .Concat(possible.SelectMany(one => Fields(one, seen)))
            .ToList();
    }

    private IEnumerable<IInputObjectGraphType> Inputs()
    {
        HashSet<IInputObjectGraphType> inputs = [];
        foreach (var argument in Fields(restaurants.Surroundings.Schema.Query, []).SelectMany(part => part.Field.Arguments ?? []))
        {
            Add(argument.ResolvedType!.Named());
        }

        return inputs;

        void Add(IGraphType type)
        {
            if (type is IInputObjectGraphType input && inputs.Add(input))
            {
                input.Fields.ToList().ForEach(field => Add(field.ResolvedType!.Named()));
            }
        }
    }
}
