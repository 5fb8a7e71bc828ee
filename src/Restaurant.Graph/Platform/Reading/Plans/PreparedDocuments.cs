using System.Diagnostics.Metrics;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>The documents that were found valid, by their text.</summary>
internal sealed class PreparedDocuments(
    ISchema schema,
    IDocumentBuilder builder,
    IDocumentValidator validator,
    OperationCompiler compiler,
    CostGate costs,
    HeavyLane lane,
    IOptions<ReadingOptions> options,
    IMeterFactory meters)
{
    private readonly Counter<long> _prepared =
        meters.Create(PlanReader.MeterName).CreateCounter<long>("graphql.documents.prepared", "{document}", "Documents that were not known, or no longer, and were found valid.");

    private readonly BoundedCache<string, Prepared> _documents = new(options.Value.MaxDocumentCharacters, StringComparer.Ordinal);

    /// <summary>
    /// An operation of a document; null if there is something wrong with either, or with the variables, so that the engine has to tell of it.
    /// </summary>
    public async ValueTask<PreparedOperation?> FindAsync(string text, string? operationName, Inputs? variables, Viewer viewer, CancellationToken cancellationToken)
    {
        if (_documents.Find(text) is not { } prepared)
        {
            costs.AdmitDocument(text, viewer);
            if (await lane.RunAsync(text.Length, () => PrepareAsync(text, operationName, variables, cancellationToken), cancellationToken) is not { } fresh)
            {
                return null;
            }

            _prepared.Add(1);
            _documents.Keep(text, prepared = fresh, text.Length);
        }

        return prepared.Operation(operationName);
    }

    private async ValueTask<Prepared?> PrepareAsync(string text, string? operationName, Inputs? variables, CancellationToken cancellationToken)
    {
        try
        {
            var document = builder.Build(text);
            var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
            var asked = operations.Find(operation => string.IsNullOrEmpty(operationName) || operation.Name?.Value == operationName);
            if (asked is null)
            {
                return null;
            }

            var result = await validator.ValidateAsync(new ValidationOptions
            {
                Schema = schema,
                Document = document,
                Operation = asked,
                Variables = variables ?? Inputs.Empty,
                CancellationToken = cancellationToken,
            });
            return result.IsValid
                ? new Prepared([.. operations.Select(operation => (operation.Name?.StringValue, new PreparedOperation(schema, document, operation, compiler)))])
                : null;
        }
        catch (Exception exception) when (exception is ExecutionError or GraphQLParserException)
        {
            return null;
        }
    }

    private sealed class Prepared(IReadOnlyList<(string? Name, PreparedOperation Operation)> operations)
    {
        public PreparedOperation? Operation(string? name) => string.IsNullOrEmpty(name)
            ? operations.Count == 1 ? operations[0].Operation : null
            : operations.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.Ordinal)).Operation;
    }
}
