using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Writes results as JSON, with the status and the caching that they call for.</summary>
internal sealed class JsonResponse(AnswerWriter writer, IOptions<HttpOptions> options, IOptions<LimitOptions> limits)
{
    private const string Cost = "GraphQL-Cost";
    private const string Negotiated = $"Accept, {Cost}";
    private const string NegotiatedWithLanguage = $"Accept, Accept-Language, {Cost}";

    /// <summary>Writes one.</summary>
    public async Task WriteAsync(HttpContext http, string mediaType, Answer answer)
    {
        using var written = new Utf8Buffer();
        if (answer.Result is not null)
        {
            writer.Write(answer, written);
        }

        var body = answer.Kept ?? (answer.Json ?? written).Memory;
        var isCostReported = string.Equals(http.Request.Headers[Cost], "report", StringComparison.OrdinalIgnoreCase);
        if (isCostReported && answer.Cost is { } cost)
        {
            body = WithCost(body.Span, cost);
        }

        Prepare(http, mediaType, answer.Result is { } result ? StatusOf(mediaType, result) : StatusCodes.Status200OK, answer.Language);
        switch (http.Response.StatusCode)
        {
            case StatusCodes.Status401Unauthorized:
                http.Response.Headers.WWWAuthenticate = "Bearer";
                break;
            case StatusCodes.Status429TooManyRequests when answer.Result?.Errors is [CostError { RetryAfter: { } wait }]:
                http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                break;
            case StatusCodes.Status503ServiceUnavailable:
                http.Response.Headers.RetryAfter = StoreError.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                break;
            case StatusCodes.Status405MethodNotAllowed:
                http.Response.Headers.Allow = "POST";
                break;
        }

        if (!isCostReported && IsCacheable(http, answer) && IsKnownAlready(http, body.Span))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await SendAsync(http, body);
    }

    /// <summary>Writes those of a batch, in its order.</summary>
    public async Task WriteBatchAsync(HttpContext http, string mediaType, IReadOnlyList<Answer> answers)
    {
        Prepare(http, mediaType, StatusCodes.Status200OK, answers.Select(static answer => answer.Language).FirstOrDefault(static language => language is not null));
        using var body = new Utf8Buffer();
        foreach (var answer in answers)
        {
            body.Write(body.Length == 0 ? "["u8 : ","u8);
            writer.Write(answer, body);
        }

        body.Write((byte)']');
        await SendAsync(http, body.Memory);
    }

    private byte[] WithCost(ReadOnlySpan<byte> body, double cost) =>
    [
        .. body[..^1],
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"extensions\":{{\"operationCost\":{{\"cost\":{cost:0},\"maxCost\":{limits.Value.MaxCost}}}}}")),
        .. body[^1..],
    ];

    private static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    private static void Prepare(HttpContext http, string mediaType, int status, string? language)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaTypes.InUtf8(mediaType);
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.Append(HeaderNames.Vary, language is null ? Negotiated : NegotiatedWithLanguage);
        http.Response.Headers.ContentLanguage = language;
    }

    private static bool IsCacheable(HttpContext http, Answer answer) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && answer is { IsPublic: true, Result: null or { Executed: true, Errors: null or { Count: 0 } } };

    private bool IsKnownAlready(HttpContext http, ReadOnlySpan<byte> body)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"", isWeak: true);
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers.CacheControl = $"public, max-age={(int)options.Value.PublicMaxAge.TotalSeconds}";
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any));
    }

    /// <summary>
    /// The status of a result. What was executed is 200, whatever became of it. What was not is 400, but for what is no fault of the request, and for
    /// what the clients of the older media type and of automatic persisted queries read at 200 only.
    /// </summary>
    internal static int StatusOf(string mediaType, ExecutionResult result) => result switch
    {
        { Executed: true } => StatusCodes.Status200OK,
        { Errors: [AccessError { Code: AccessError.NotAuthenticated }] } => StatusCodes.Status401Unauthorized,
        { Errors: [AccessError] } => StatusCodes.Status403Forbidden,
        { Errors: [CostError { Code: CostError.RateLimited }] } => StatusCodes.Status429TooManyRequests,
        { Errors: [StoreError or CostError { Code: CostError.ServerBusy }, ..] } => StatusCodes.Status503ServiceUnavailable,
        { Errors: [UnhandledError, ..] } => StatusCodes.Status500InternalServerError,
        { Errors: [LimitError] } => StatusCodes.Status400BadRequest,
        { Errors: [OperationNotAllowedError { IsForWantOfStream: true }] } => StatusCodes.Status406NotAcceptable,
        { Errors: [OperationNotAllowedError] } => StatusCodes.Status405MethodNotAllowed,
        { Errors: { } errors } when string.Equals(mediaType, MediaTypes.Json, StringComparison.Ordinal)
            && errors.All(error => error is DocumentError or ValidationError or PersistedDocumentError) => StatusCodes.Status200OK,
        _ => StatusCodes.Status400BadRequest,
    };
}
