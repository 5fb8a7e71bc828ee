using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>
/// The compiled plans of all operations, and the statements of all connections. They share one bound, so that no document can fill the memory with
/// variants of itself.
/// </summary>
internal sealed class PlanCache(IOptions<ReadingOptions> options)
{
    /// <summary>Characters that a statement of a plan counts for.</summary>
    private const int CharactersOfStatement = 2_000;

    private readonly BoundedCache<PlanKey, CompiledOperation> _operations = new(options.Value.MaxDocumentCharacters);
    private readonly BoundedCache<(ConnectionPlan Plan, string Shape), ConnectionStatements> _connections = new(options.Value.MaxDocumentCharacters);

    /// <summary>Finds the plan of an operation; null if there is none.</summary>
    public CompiledOperation? Find(PlanKey key) => _operations.Find(key);

    /// <summary>Keeps the plan of an operation.</summary>
    public void Keep(PlanKey key, CompiledOperation compiled) =>
        _operations.Keep(key, compiled, key.Operation.Document.Source.Length + (compiled.Lists * CharactersOfStatement));

    /// <summary>Finds the statements of a connection for a shape of its arguments; null if there are none.</summary>
    public ConnectionStatements? Find(ConnectionPlan plan, string shape) => _connections.Find((plan, shape));

    /// <summary>Keeps the statements of a connection.</summary>
    public void Keep(ConnectionPlan plan, string shape, ConnectionStatements statements) => _connections.Keep(
        (plan, shape), statements, CharactersOfStatement + shape.Length + statements.Statement.Text.Length + (statements.Count?.Text.Length ?? 0));
}

/// <summary>What a plan was compiled for.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Conditions">The viewer's role, and the values of the variables by which <c>@skip</c> and <c>@include</c> are decided.</param>
/// <param name="Language">The language of texts, where it is not the restaurant's own.</param>
internal readonly record struct PlanKey(PreparedOperation Operation, string Conditions, string? Language);

/// <summary>A compiled operation.</summary>
/// <param name="Planned">The plan; null where plans do not express the operation, or the viewer's role may not ask for it.</param>
/// <param name="Lists">The number of lists and connections.</param>
internal sealed record CompiledOperation(PlannedOperation? Planned, int Lists);
