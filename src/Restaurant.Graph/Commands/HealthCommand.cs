using System.CommandLine;

namespace Restaurant.Graph.Commands;

/// <summary><c>health</c></summary>
internal static class HealthCommand
{
    // Where .NET listens in a container, unless it is told otherwise.
    private const string Usual = "http://localhost:8080/health/ready";

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Where to ask.", DefaultValueFactory = static _ => Usual };
        var timeout = new Option<TimeSpan>("--timeout") { Description = "How long to wait for the answer, such as 00:00:03.", DefaultValueFactory = static _ => TimeSpan.FromSeconds(3) };
        url.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !(Uri.TryCreate(token.Value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
            {
                result.AddError($"--url is '{token.Value}' where an address such as {Usual} is needed.");
            }
        });
        var command = new Command("health", "Asks a server that runs whether it can be sent requests; the exit code is 0 if it can. For containers, which have no curl.") { url, timeout };
        command.SetAction((arguments, cancellationToken) => AskAsync(arguments.GetRequiredValue(url), arguments.GetValue(timeout), cancellationToken));
        return command;
    }

    private static async Task<int> AskAsync(string url, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = timeout };
        try
        {
            using var answer = await client.GetAsync(new Uri(url), cancellationToken);
            await Console.Out.WriteLineAsync($"{url}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"{url}: {exception.Message}");
            return 1;
        }
    }
}
