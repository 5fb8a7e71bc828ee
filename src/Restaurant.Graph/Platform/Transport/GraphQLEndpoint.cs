using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The path of the API.</summary>
public static class GraphQLEndpoint
{
    /// <summary>Where it is.</summary>
    public const string Path = "/graphql";

    /// <summary>The part of the path that is the id of a trusted document.</summary>
    internal const string DocumentId = "documentId";

    /// <summary>Adds it to the application; outside production the schema and the IDE are there as well.</summary>
    public static void MapGraphQL(this WebApplication app)
    {
        // Made now and not at the first request, so that what is wrong with them keeps the server from starting.
        app.Services.GetRequiredService<PersistedDocuments>();
        app.UseFaults();
        app.UseResponseCompression();
        app.UseRequestDecompression();
        var sockets = app.Services.GetRequiredService<IOptions<WebSocketLimits>>().Value;
        app.Use(Gathering.UseAsync);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = sockets.KeepAlive, KeepAliveTimeout = sockets.KeepAliveTimeout });
        app.UseBrowserGuard();
        app.MapHealth();
        app.Map($"{Path}/persisted/{{{DocumentId}}}", Serve);
        if (app.Environment.IsProduction())
        {
            app.Map(Path, Serve);
            return;
        }

        app.MapIde();
        app.MapGet($"{Path}/schema", SchemaResponse.WriteAsync);
        app.MapGet($"{Path}/schema.graphql", SchemaResponse.WriteAsync);
        app.Map(Path, static http =>
        {
            if (IdeEndpoint.IsMeantBy(http.Request))
            {
                http.Response.Redirect(IdeEndpoint.Path + "/");
                return Task.CompletedTask;
            }

            return http.Request.Query.ContainsKey("sdl") ? SchemaResponse.WriteAsync(http) : Serve(http);
        });
    }

    private static Task Serve(HttpContext http) => http.WebSockets.IsWebSocketRequest
        ? http.RequestServices.GetRequiredService<WebSocketTransport>().InvokeAsync(http)
        : http.RequestServices.GetRequiredService<HttpTransport>().InvokeAsync(http);
}
