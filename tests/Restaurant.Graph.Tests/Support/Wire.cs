using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Restaurant.Graph.Tests.Support;

/// <summary>What came back over the wire.</summary>
public sealed partial record WireAnswer(HttpStatusCode Status, string ContentType, string Allow, string Body)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The same, but for the ids under which faults are in the log, which differ each time.</summary>
    public WireAnswer WithoutTraces() => this with { Body = TraceIds().Replace(Body, "") };

    /// <summary>The code of the first error.</summary>
    public string? Code => Json["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

    /// <summary>Status and errors as text to compare.</summary>
    public string Errors => $"{(int)Status} {Json["errors"]?.ToJsonString(Indented)}";

    /// <summary>The ids of faults in an answer.</summary>
    [GeneratedRegex(",\"traceId\":\"[0-9a-f]{32}\"", RegexOptions.None, 1000)]
    public static partial Regex TraceIds();
}

/// <summary>Requests byte by byte.</summary>
internal static class Wire
{
    /// <summary>The media type whose status tells whether an operation was executed.</summary>
    public const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>Sends a request with a JSON object for a body.</summary>
    public static Task<WireAnswer> PostAsync(this RestaurantApp app, object body, string? accept = "application/json") =>
        app.SendAsync(HttpMethod.Post, "", JsonSerializer.Serialize(body), "application/json", accept);

    /// <summary>Sends a query in the address.</summary>
    public static Task<WireAnswer> GetAsync(this RestaurantApp app, string query, string more = "", string? accept = "application/json") =>
        app.SendAsync(HttpMethod.Get, $"?query={Uri.EscapeDataString(query)}{more}", body: null, contentType: null, accept);

    /// <summary>Sends anything.</summary>
    public static async Task<WireAnswer> SendAsync(
        this RestaurantApp app, HttpMethod method, string address, string? body, string? contentType, string? accept)
    {
        using var request = new HttpRequestMessage(method, app.Endpoint + address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await app.Client.Http.SendAsync(request);
        return new WireAnswer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString() ?? "",
            string.Join(", ", response.Content.Headers.Allow),
            await response.Content.ReadAsStringAsync());
    }
}
