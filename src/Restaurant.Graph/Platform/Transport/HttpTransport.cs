using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>GraphQL over HTTP: queries by GET, queries and mutations by POST, and subscriptions as server-sent events.</summary>
internal sealed class HttpTransport(
    RequestExecutor executor, RequestReader reader, JsonResponse json, EventStreamResponse eventStream, Authenticator authenticator)
{
    private static readonly Func<OperationType, bool> Queries = static operation => operation is OperationType.Query;
    private static readonly Func<OperationType, bool> QueriesAndMutations = static operation => operation is not OperationType.Subscription;
    private static readonly Func<OperationType, bool> QueriesAndSubscriptions = static operation => operation is not OperationType.Mutation;
    private static readonly Func<OperationType, bool> All = static _ => true;

    /// <summary>Answers one request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (!isGet && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else if (MediaTypes.Negotiate(http.Request) is not { } mediaType)
        {
            http.Response.StatusCode = StatusCodes.Status406NotAcceptable;
        }
        else if (!isGet && !MediaTypes.IsJson(http.Request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else if (await ViewerOfAsync(http) is { } viewer)
        {
            await AnswerAsync(http, viewer, mediaType, isGet);
        }
        else
        {
            await json.WriteAsync(http, IsStream(mediaType) ? MediaTypes.Json : mediaType, new Answer { Result = new ExecutionResult(AccessError.OfToken()) });
        }
    }

    // An address is written down in many places, so a token in it is a token that was given away.
    private async ValueTask<Viewer?> ViewerOfAsync(HttpContext http) =>
        !http.Request.Query.ContainsKey("access_token")
        && await authenticator.ViewerOfAsync(http.Request.Headers.Authorization, http.RequestAborted) is { } viewer
            ? viewer with { Address = http.Connection.RemoteIpAddress?.ToString(), AcceptLanguage = http.Request.Headers.AcceptLanguage }
            : null;

    private async Task AnswerAsync(HttpContext http, Viewer viewer, string mediaType, bool isGet)
    {
        try
        {
            if (isGet)
            {
                await AnswerAsync(http, viewer, mediaType, RequestReader.FromQuery(http));
                return;
            }

            using var body = await RequestReader.BodyAsync(http);
            if (body.Root.ValueKind == JsonValueKind.Array)
            {
                await AnswerBatchAsync(http, viewer, mediaType, reader.FromBatch(body.Root));
            }
            else
            {
                await AnswerAsync(http, viewer, mediaType, reader.FromJson(body.Root));
            }
        }
        catch (BadRequest fault)
        {
            await json.WriteAsync(http, IsStream(mediaType) ? MediaTypes.Json : mediaType, new Answer { Result = new ExecutionResult(fault) });
        }
    }

    private async Task AnswerAsync(HttpContext http, Viewer viewer, string mediaType, GraphQLRequest request)
    {
        using var answer = await ExecuteAsync(http, viewer, mediaType, request);
        await (IsStream(mediaType) ? eventStream.WriteAsync(http, viewer, answer) : json.WriteAsync(http, mediaType, answer));
    }

    private async Task AnswerBatchAsync(HttpContext http, Viewer viewer, string mediaType, IEnumerable<GraphQLRequest> requests)
    {
        var answers = new List<Answer>();
        foreach (var request in requests)
        {
            answers.Add(await ExecuteAsync(http, viewer, mediaType, request));
        }

        await json.WriteBatchAsync(http, mediaType, answers);
        answers.ForEach(static answer => answer.Dispose());
    }

    private ValueTask<Answer> ExecuteAsync(HttpContext http, Viewer viewer, string mediaType, GraphQLRequest request) => executor.ExecuteAsync(
        request,
        viewer,
        (HttpMethods.IsGet(http.Request.Method), IsStream(mediaType)) switch
        {
            (true, false) => Queries,
            (true, true) => QueriesAndSubscriptions,
            (false, false) => QueriesAndMutations,
            _ => All,
        },
        http.Request.Headers["Last-Event-ID"],
        http.RequestAborted);

    private static bool IsStream(string mediaType) => string.Equals(mediaType, MediaTypes.EventStream, StringComparison.Ordinal);
}
