using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>What a client has asked for with a document whose plans are known.</summary>
/// <param name="Document">The document.</param>
/// <param name="Variables">The variables, coerced.</param>
/// <param name="Inputs">The variables as they came.</param>
/// <param name="Viewer">Who asks.</param>
/// <param name="Language">The language of texts; null if there are none that are translated.</param>
/// <param name="CancellationToken">Stops the reading and its SQL.</param>
internal sealed record PlanRequest(
    GraphQLDocument Document, Variables Variables, Inputs? Inputs, Viewer Viewer, string? Language, CancellationToken CancellationToken)
{
    /// <summary>The arguments of a field; throws an execution error for values that cannot be.</summary>
    public IDictionary<string, ArgumentValue>? ArgumentsOf(SelectedField selected) => ExecutionHelper.GetArguments(
        selected.Field.Arguments, selected.Ast.Arguments, Variables, Document, selected.Ast, directive: null);

    /// <summary>What the resolver of a field is called with.</summary>
    public ResolveFieldContext ContextOf(SelectedField selected, IServiceProvider services) => new()
    {
        Arguments = ArgumentsOf(selected),
        RequestServices = services,
        UserContext = Viewer.Context,
        CancellationToken = CancellationToken,
    };
}
