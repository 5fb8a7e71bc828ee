using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Checking;

/// <summary>Whether documents are right, as the engine sees it.</summary>
internal sealed class Validity(IServiceProvider services)
{
    private readonly IDocumentBuilder _builder = services.GetRequiredService<IDocumentBuilder>();
    private readonly IDocumentValidator _validator = services.GetRequiredService<IDocumentValidator>();
    private readonly IGraphQLTextSerializer _serializer = services.GetRequiredService<IGraphQLTextSerializer>();

    /// <summary>What is wrong with a case; null if nothing is.</summary>
    public async Task<string?> FaultOfAsync(Case candidate)
    {
        foreach (var request in candidate.Requests(""))
        {
            if (await FaultOfAsync(request) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private async Task<string?> FaultOfAsync(Request request)
    {
        try
        {
            var document = _builder.Build(request.Query);
            var result = await _validator.ValidateAsync(new ValidationOptions
            {
                Schema = services.GetRequiredService<ISchema>(),
                Document = document,
                Operation = document.Definitions.OfType<GraphQLOperationDefinition>()
                    .First(operation => request.OperationName is null || operation.Name?.Value == request.OperationName),
                Variables = _serializer.Deserialize<Inputs>(request.Variables) ?? Inputs.Empty,
                RequestServices = services,
            });

            // A client can send any document with any variables.
            string[] faults = [.. result.Errors.Where(error => error is not InvalidVariableError).Select(error => error.Message)];
            return faults.Length == 0 ? null : string.Join('\n', faults);
        }
        catch (GraphQLSyntaxErrorException fault)
        {
            return fault.Message;
        }
        catch (InvalidIdError)
        {
            // The engine reads arguments while it validates, but what it finds there is no matter of the document's.
            return null;
        }
    }
}
