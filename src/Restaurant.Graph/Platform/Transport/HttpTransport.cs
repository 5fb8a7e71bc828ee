using GraphQL;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>GraphQL over HTTP: queries by GET, queries and mutations by POST.</summary>
internal sealed class HttpTransport(RequestExecutor executor, RequestReader reader, IGraphQLTextSerializer serializer)
{
    /// <summary>Answers one request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (!isGet && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (MediaTypes.Negotiate(http.Request) is not { } mediaType)
        {
            http.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            return;
        }

        if (!isGet && !MediaTypes.IsJson(http.Request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        await WriteAsync(http, mediaType, await ExecuteAsync(http, isGet));
    }

    private async Task<ExecutionResult> ExecuteAsync(HttpContext http, bool isGet)
    {
        try
        {
            var request = isGet ? reader.FromQuery(http.Request.Query) : await reader.FromBodyAsync(http.Request.Body, http.RequestAborted);
            return await executor.ExecuteAsync(
                request,
                operation => operation == OperationType.Query || (!isGet && operation == OperationType.Mutation),
                http.RequestAborted);
        }
        catch (BadRequest fault)
        {
            return new ExecutionResult(fault);
        }
    }

    private async Task WriteAsync(HttpContext http, string mediaType, ExecutionResult result)
    {
        http.Response.StatusCode = StatusOf(mediaType, result);
        http.Response.ContentType = $"{mediaType}; charset=utf-8";
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = "POST";
        }

        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    // What was executed is 200, whatever became of it. What was not is 400, but for documents that are wrong under the older media
    // type, whose clients read the body only at 200.
    private static int StatusOf(string mediaType, ExecutionResult result) => result switch
    {
        { Executed: true } => StatusCodes.Status200OK,
        { Errors: [OperationNotAllowedError] } => StatusCodes.Status405MethodNotAllowed,
        { Errors: { } errors } when string.Equals(mediaType, MediaTypes.Json, StringComparison.Ordinal)
            && errors.All(error => error is GraphQL.Execution.SyntaxError or GraphQL.Validation.ValidationError) => StatusCodes.Status200OK,
        _ => StatusCodes.Status400BadRequest,
    };
}
