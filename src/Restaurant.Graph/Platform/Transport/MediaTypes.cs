using Microsoft.Net.Http.Headers;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The media types of GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/).</summary>
internal static class MediaTypes
{
    /// <summary>Tells by its status whether the operation was executed.</summary>
    public const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>The older one, whose status says less.</summary>
    public const string Json = "application/json";

    /// <summary>A stream of events.</summary>
    public const string EventStream = "text/event-stream";

    /// <summary>Which of them a client prefers; null if it takes neither. Who does not say gets JSON.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return Json;
        }

        // What most clients send needs no taking apart.
        switch (request.Headers.Accept.ToString())
        {
            case "*/*" or Json:
                return Json;
            case GraphQLResponse:
                return GraphQLResponse;
        }

        // Where a client takes both equally, the more telling one; where it takes anything, the older one.
        return request.GetTypedHeaders().Accept
            .Where(accepted => accepted.Quality is not 0)
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => accepted switch
            {
                { MatchesAllTypes: true } or { MatchesAllSubTypes: true, Type.Value: "application" } => Json,
                _ when Is(accepted, GraphQLResponse) => GraphQLResponse,
                _ when Is(accepted, Json) => Json,
                _ when Is(accepted, EventStream) => EventStream,
                _ => null,
            })
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>Whether a body is JSON in UTF-8, the only encoding there is for it.</summary>
    public static bool IsJson(string? contentType) => contentType is Json || (MediaTypeHeaderValue.TryParse(contentType, out var type)
        && Is(type, Json)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The header of a body of a type.</summary>
    public static string InUtf8(string mediaType) => mediaType switch
    {
        Json => "application/json; charset=utf-8",
        GraphQLResponse => "application/graphql-response+json; charset=utf-8",
        _ => $"{mediaType}; charset=utf-8",
    };

    private static bool Is(MediaTypeHeaderValue value, string type) => value.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
