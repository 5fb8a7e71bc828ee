using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>Makes documents by chance, each from two numbers alone.</summary>
/// <param name="surroundings">What there is to be asked for.</param>
/// <param name="asked">Told of every field, argument and field of an input that a document has.</param>
internal sealed class DocumentGenerator(Surroundings surroundings, Action<string>? asked = null)
{
    private const int Runs = 2;
    private const int MaxDepth = 7;
    private const int MaxInAddress = 2000;

    /// <summary>The document that has a number in the series of a seed.</summary>
    public Case Of(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var declarations = new Declarations(random, Runs);
        var selections = new SelectionGenerator(random, surroundings, declarations, asked);
        var names = random.Next(10) switch
        {
            < 1 => ["One", "Two"],
            < 2 => ["One", "Two", "query"],
            < 7 => new string?[] { "One" },
            _ => [null],
        };
        IReadOnlyList<Operation> operations = [.. names.Select(name => new Operation(name, selections.Of(surroundings.Schema.Query, MaxDepth, rows: 1)))];
        var document = new Document(operations, [.. selections.Fragments], declarations.All);
        return new Case(
            document,
            names.Length > 1 || random.Happens(50) ? random.One(names) : null,
            Runs,
            ByGet: document.Text.Length < MaxInAddress && random.Happens(20),
            random.One(["application/json", Wire.GraphQLResponse]),
            random.Happens(20) ? "de-AT, en;q=0.5" : "en");
    }
}
