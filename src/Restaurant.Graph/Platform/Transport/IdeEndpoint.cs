using Microsoft.Extensions.FileProviders;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Banana Cake Pop, the IDE, at <c>/graphql/ui/</c>, where its npm package has been installed before the build.</summary>
internal static class IdeEndpoint
{
    /// <summary>Where it is.</summary>
    public const string Path = GraphQLEndpoint.Path + "/ui";

    // The IDE can talk to services of its maker. Here it talks to this server and to nobody else.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Missing =
        "The IDE is not installed. Run this once, then build and start again:\n\n    npm ci --prefix src/Restaurant.Graph/Ide\n";

    private static readonly string Folder = System.IO.Path.Combine(
        AppContext.BaseDirectory, "Ide", "node_modules", "@chillicream", "bananacakepop-graphql-ide");

    /// <summary>Whether it has been installed.</summary>
    public static bool IsInstalled => File.Exists(System.IO.Path.Combine(Folder, "index.html"));

    /// <summary>Whether a request comes from somebody who has typed the address of the API into a browser.</summary>
    public static bool IsMeantBy(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.QueryString.HasValue
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds it to the application.</summary>
    public static void MapIde(this WebApplication app)
    {
        app.MapRead("/", static () => Results.Redirect(Path + "/"));
        if (!IsInstalled)
        {
            app.MapRead(Path, static () => Results.Text(Missing, statusCode: StatusCodes.Status404NotFound));
            return;
        }

        app.UseFileServer(new FileServerOptions
        {
            RequestPath = Path,
            FileProvider = new PhysicalFileProvider(Folder),
            RedirectToAppendTrailingSlash = true,
            StaticFileOptions = { OnPrepareResponse = static file => file.Context.Response.Headers.ContentSecurityPolicy = Policy },
        });
        app.MapRead($"{Path}/bcp-config.json", static () => Results.Json(new
        {
            title = "Restaurant.Graph",
            disableTelemetry = true,
            useBrowserUrlAsEndpoint = true,
            endpoint = GraphQLEndpoint.Path,
        }));
    }
}
