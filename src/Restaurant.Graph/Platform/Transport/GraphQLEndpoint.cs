namespace Restaurant.Graph.Platform.Transport;

/// <summary>The one path of the API.</summary>
public static class GraphQLEndpoint
{
    /// <summary>Where it is.</summary>
    public const string Path = "/graphql";

    /// <summary>Adds it to the application.</summary>
    public static void MapGraphQL(this IEndpointRouteBuilder app) => app.Map(Path, static http => http.WebSockets.IsWebSocketRequest
        ? http.RequestServices.GetRequiredService<WebSocketTransport>().InvokeAsync(http)
        : http.RequestServices.GetRequiredService<HttpTransport>().InvokeAsync(http));
}
