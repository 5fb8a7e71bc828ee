using Restaurant.Graph.Platform.Transport;

namespace Restaurant.Graph.Commands;

/// <summary>What the server says when it has opened.</summary>
internal static class Greeting
{
    /// <summary>Prints the addresses, the database, and something to try.</summary>
    public static void Print(WebApplication app, TextWriter output)
    {
        var address = app.Urls.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal) + GraphQLEndpoint.Path;
        output.WriteLine($$"""

            The restaurant is open.
              API       {{address}}
              IDE       {{Ide(app, address)}}
              Database  {{DatabasePlace.Of(app.Services)}}
              Token     {{Token(app)}}
              Try       curl {{address}} -H 'content-type: application/json' -d '{"query":"{ currentMenu { name categories { name dishes { name } } } }"}'

            """);
    }

    private static string Token(WebApplication app) => app.Environment.IsDevelopment()
        ? "dotnet run --project src/Restaurant.Graph -- token create --role manager   (or waiter, cook, guest)"
        : "by signIn and startVisit";

    private static string Ide(WebApplication app, string address) =>
        app.Environment.IsProduction() ? "not in production"
        : IdeEndpoint.IsInstalled ? address + "/ui/"
        : "not installed; once: npm ci --prefix src/Restaurant.Graph/Ide";
}
