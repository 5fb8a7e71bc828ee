using GraphQL.Types;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle;

/// <summary>The documents of <see cref="OracleTests"/> leave nothing of the schema out.</summary>
[Collection(nameof(TwoRestaurants))]
public sealed class GeneratorTests(TwoRestaurants restaurants)
{
    private const int Documents = 12_000;

    [Fact]
    public void Everything_that_can_be_asked_is_asked()
    {
        HashSet<string> askable = new(StringComparer.Ordinal);
        Add(restaurants.Surroundings.Schema.Query, askable);
        Assert.True(askable.Count > 400, $"The schema has {askable.Count} parts.");
        HashSet<string> asked = new(StringComparer.Ordinal);
        var generator = new DocumentGenerator(restaurants.Surroundings, part => asked.Add(part));
        for (var number = 0; number < Documents && !askable.IsSubsetOf(asked); number++)
        {
            generator.Of(0, number);
        }

        Assert.True(askable.IsSubsetOf(asked), $"Never asked for: {string.Join(", ", askable.Except(asked))}");
    }

    private static void Add(IGraphType type, HashSet<string> askable)
    {
        switch (type)
        {
            case IInputObjectGraphType input:
                Add(input.Fields, field => $"{input.Name}.{field.Name}", askable);
                break;
            case IComplexGraphType complex:
                Add(complex.Fields, field => $"{complex.Name}.{field.Name}", askable);
                break;
        }

        if (type is IAbstractGraphType general)
        {
            general.PossibleTypes.ToList().ForEach(possible => Add(possible, askable));
        }
    }

    private static void Add(IEnumerable<FieldType> fields, Func<FieldType, string> name, HashSet<string> askable)
    {
        foreach (var field in fields.Where(field => askable.Add(name(field))))
        {
            Add(field.ResolvedType!.Named(), askable);
            foreach (var argument in field.Arguments ?? [])
            {
                askable.Add($"{name(field)}({argument.Name})");
                Add(argument.ResolvedType!.Named(), askable);
            }
        }
    }
}
