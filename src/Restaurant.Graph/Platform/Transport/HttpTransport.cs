using System.Diagnostics;
using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>GraphQL over HTTP: queries by GET, queries and mutations by POST, and subscriptions as server-sent events.</summary>
internal sealed class HttpTransport(
    RequestExecutor executor, RequestReader reader, JsonResponse json, EventStreamResponse eventStream, Authenticator authenticator, ExceptionMapper mapper)
{
    private const string Encodings = "br, deflate, gzip";

    private static readonly Func<OperationType, bool> Queries = static operation => operation is OperationType.Query;
    private static readonly Func<OperationType, bool> QueriesAndMutations = static operation => operation is not OperationType.Subscription;
    private static readonly Func<OperationType, bool> QueriesAndSubscriptions = static operation => operation is not OperationType.Mutation;
    private static readonly Func<OperationType, bool> All = static _ => true;

    /// <summary>Answers one request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var accepted = MediaTypes.Negotiate(http.Request);
        if (StatusOfRefusal(http, accepted) is { } status)
        {
            http.Response.StatusCode = status;
            return;
        }

        var began = Stopwatch.GetTimestamp();
        try
        {
            if (await authenticator.ViewerOfAsync(http) is { } viewer)
            {
                await AnswerAsync(http, viewer, accepted);
                return;
            }

            await RefuseAsync(http, accepted, AccessError.OfToken(), began);
        }
        catch (Exception fault) when (IsToBeAnswered(http, fault))
        {
            await RefuseAsync(http, accepted, fault, began);
        }
    }

    // What can be refused by the headers alone.
    private static int? StatusOfRefusal(HttpContext http, AcceptedMediaTypes accepted)
    {
        var isPost = HttpMethods.IsPost(http.Request.Method);
        if (!isPost && !IsRead(http.Request))
        {
            http.Response.Headers.Allow = "GET, HEAD, POST";
            return StatusCodes.Status405MethodNotAllowed;
        }

        if (accepted.IsEmpty)
        {
            return StatusCodes.Status406NotAcceptable;
        }

        if (isPost && !MediaTypes.IsJson(http.Request.ContentType))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        // The middleware takes the header away with each encoding that it decodes (RFC 9110, 15.5.16).
        if (isPost && http.Request.Headers.ContentEncoding.ToString() is not "" and var encoding
            && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.AcceptEncoding = Encodings;
            return StatusCodes.Status415UnsupportedMediaType;
        }

        return null;
    }

    // What a client cannot be told ends its connection; Kestrel has a status of its own for bodies that break its rules.
    private static bool IsToBeAnswered(HttpContext http, Exception fault) =>
        !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && fault is not BadHttpRequestException;

    private Task RefuseAsync(HttpContext http, AcceptedMediaTypes accepted, Exception fault, long began) => json.WriteAsync(
        http,
        accepted.JsonOrDefault,
        new Answer { Result = new ExecutionResult(mapper.Refuse(fault, "A request failed", began)) });

    private async Task AnswerAsync(HttpContext http, Viewer viewer, AcceptedMediaTypes accepted)
    {
        if (IsRead(http.Request))
        {
            await AnswerAsync(http, viewer, accepted, RequestReader.FromQuery(http));
            return;
        }

        using var body = await RequestReader.BodyAsync(http);
        if (body.Root.ValueKind == JsonValueKind.Array)
        {
            await AnswerBatchAsync(http, viewer, accepted.JsonOrDefault, reader.FromBatch(body.Root));
        }
        else
        {
            await AnswerAsync(http, viewer, accepted, reader.FromJson(body.Root));
        }
    }

    private async Task AnswerAsync(HttpContext http, Viewer viewer, AcceptedMediaTypes accepted, GraphQLRequest request)
    {
        using var answer = await ExecuteAsync(http, viewer, accepted.IsStreamAccepted, RequestReader.WithRoute(request, http));
        await (answer.Stream is not null || accepted.IsStreamPreferred
            ? eventStream.WriteAsync(http, viewer, answer)
            : json.WriteAsync(http, accepted.JsonOrDefault, answer));
    }

    // A batch is answered by one JSON array, in which a stream has no place.
    private async Task AnswerBatchAsync(HttpContext http, Viewer viewer, string mediaType, IEnumerable<GraphQLRequest> requests)
    {
        var answers = new List<Answer>();
        foreach (var request in requests)
        {
            answers.Add(await ExecuteAsync(http, viewer, isStreamAccepted: false, request));
        }

        await json.WriteBatchAsync(http, mediaType, answers);
        answers.ForEach(static answer => answer.Dispose());
    }

    private ValueTask<Answer> ExecuteAsync(
        HttpContext http, Viewer viewer, bool isStreamAccepted, GraphQLRequest request) => executor.ExecuteAsync(
        request,
        viewer,
        (IsRead(http.Request), isStreamAccepted) switch
        {
            (true, false) => Queries,
            (true, true) => QueriesAndSubscriptions,
            (false, false) => QueriesAndMutations,
            _ => All,
        },
        http.Request.Headers["Last-Event-ID"].ToString() is not "" and var lastEventId ? lastEventId : null,
        http.RequestAborted);

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
