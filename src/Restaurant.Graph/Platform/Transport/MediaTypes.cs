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

    // Where a wildcard accepts both, the older one is sent, since older clients send wildcards.
    private static readonly string[] JsonTypes = [Json, GraphQLResponse];

    /// <summary>Reads which of them a client accepts and prefers. A client without the header accepts JSON.</summary>
    public static AcceptedMediaTypes Negotiate(HttpRequest request)
    {
        // What most clients send needs no taking apart.
        switch (request.Headers.Accept.ToString())
        {
            case "" or "*/*" or Json:
                return new AcceptedMediaTypes(Json, IsStreamAccepted: false, IsStreamPreferred: false);
            case GraphQLResponse:
                return new AcceptedMediaTypes(GraphQLResponse, IsStreamAccepted: false, IsStreamPreferred: false);
        }

        var ranges = request.GetTypedHeaders().Accept;
        var stream = PreferenceOf(ranges, EventStream, isByWildcard: false);
        var best = JsonTypes
            .Select(type => (Type: type, Preference: PreferenceOf(ranges, type, isByWildcard: true)))
            .MaxBy(static each => each.Preference);
        return new AcceptedMediaTypes(
            best.Preference is null ? null : best.Type, stream is not null, Nullable.Compare(stream, best.Preference) > 0);
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

    // The most specific range decides (RFC 9110, 12.5.1): its quality, and among equals its place. Null: not accepted.
    private static (double Quality, int Place)? PreferenceOf(IList<MediaTypeHeaderValue> ranges, string type, bool isByWildcard)
    {
        var found = ranges.Index()
            .Where(range => Is(range.Item, type) || (isByWildcard && IsWildcardOf(range.Item)))
            .OrderBy(static range => range.Item.MatchesAllTypes)
            .ThenBy(static range => range.Item.MatchesAllSubTypes)
            .Select(static range => (Quality: range.Item.Quality ?? 1, Place: -range.Index))
            .Take(1).ToList();
        return found is [{ Quality: > 0 } best] ? best : null;
    }

    private static bool IsWildcardOf(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes || (range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase));

    private static bool Is(MediaTypeHeaderValue value, string type) => value.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
