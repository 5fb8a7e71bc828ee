using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The path of the API.</summary>
public static class GraphQLEndpoint
{
    /// <summary>Where it is.</summary>
    public const string Path = "/graphql";

    /// <summary>The part of the path that is the id of a trusted document.</summary>
    internal const string DocumentId = "documentId";

    /// <summary>The part of the path that is the name of an operation of a trusted document.</summary>
    internal const string OperationName = "operationName";

    /// <summary>Adds it to the application; outside production the schema and the IDE are there as well.</summary>
    public static void MapGraphQL(this WebApplication app)
    {
        // Made now and not at the first request, so that what is wrong with them keeps the server from starting.
        app.Services.GetRequiredService<PersistedDocuments>();
        app.UseFaults();
        app.UseResponseCompression();
        app.UseRequestDecompression();
        app.UseOwnAuthentication();
        app.UseWhen(static http => HttpMethods.IsConnect(http.Request.Method) || !StringValues.IsNullOrEmpty(http.Request.Headers.Upgrade), UseSockets);
        app.UseBrowserGuard();
        app.MapHealth();
        var serve = Serve(app.Services);
        app.Map($"{Path}/persisted/{{{DocumentId}}}/{{{OperationName}?}}", serve);
        if (app.Environment.IsProduction())
        {
            app.Map(Path, serve);
            return;
        }

        app.MapIde();
        app.MapRead($"{Path}/schema", (HttpContext http) => SchemaResponse.WriteAsync(http));
        app.MapRead($"{Path}/schema.graphql", (HttpContext http) => SchemaResponse.WriteAsync(http));
        app.Map(Path, http =>
        {
            if (IdeEndpoint.IsMeantBy(http.Request))
            {
                http.Response.Redirect(IdeEndpoint.Path + "/");
                return Task.CompletedTask;
            }

            return http.Request.Query.ContainsKey("sdl") ? SchemaResponse.WriteAsync(http) : serve(http);
        });
    }

    private static void UseSockets(IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<IOptions<WebSocketLimits>>().Value;
        app.Use(Gathering.UseAsync);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = limits.KeepAlive, KeepAliveTimeout = limits.KeepAliveTimeout });
    }

    // Both are there once, and a request that asks for no services of its own needs no scope.
    private static RequestDelegate Serve(IServiceProvider services)
    {
        var http = new Lazy<HttpTransport>(services.GetRequiredService<HttpTransport>);
        var sockets = new Lazy<WebSocketTransport>(services.GetRequiredService<WebSocketTransport>);
        return context => context.WebSockets.IsWebSocketRequest ? sockets.Value.InvokeAsync(context) : http.Value.InvokeAsync(context);
    }
}
