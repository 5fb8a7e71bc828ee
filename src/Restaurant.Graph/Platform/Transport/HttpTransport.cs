using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>GraphQL over HTTP: queries by GET, queries and mutations by POST, and subscriptions as server-sent events.</summary>
internal sealed class HttpTransport(
    RequestExecutor executor, RequestReader reader, JsonResponse json, EventStreamResponse eventStream)
{
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
        else
        {
            await AnswerAsync(http, mediaType, isGet);
        }
    }

    private async Task AnswerAsync(HttpContext http, string mediaType, bool isGet)
    {
        var isStream = string.Equals(mediaType, MediaTypes.EventStream, StringComparison.Ordinal);
        try
        {
            if (isGet)
            {
                await AnswerAsync(RequestReader.FromQuery(http));
                return;
            }

            using var body = await RequestReader.BodyAsync(http);
            if (body.RootElement.ValueKind == JsonValueKind.Array)
            {
                var answers = new List<Answer>();
                foreach (var request in reader.FromBatch(body.RootElement))
                {
                    answers.Add(await ExecuteAsync(request));
                }

                await json.WriteBatchAsync(http, mediaType, answers);
                return;
            }

            await AnswerAsync(reader.FromJson(body.RootElement));
        }
        catch (BadRequest fault)
        {
            await json.WriteAsync(http, isStream ? MediaTypes.Json : mediaType, new Answer { Result = new ExecutionResult(fault) });
        }

        async Task AnswerAsync(GraphQLRequest request)
        {
            using var answer = await ExecuteAsync(request);
            await (isStream ? eventStream.WriteAsync(http, answer) : json.WriteAsync(http, mediaType, answer));
        }

        Task<Answer> ExecuteAsync(GraphQLRequest request) => executor.ExecuteAsync(
            request,
            operation => operation switch
            {
                OperationType.Query => true,
                OperationType.Mutation => !isGet,
                _ => isStream,
            },
            http.Request.Headers["Last-Event-ID"],
            http.RequestAborted);
    }
}
