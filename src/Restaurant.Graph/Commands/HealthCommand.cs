using System.CommandLine;

namespace Restaurant.Graph.Commands;

/// <summary><c>health</c></summary>
internal static class HealthCommand
{
    private const string Example = "http://localhost:5000/health/ready";

    /// <summary>Describes the command.</summary>
    public static Command Create(string[] settings)
    {
        var url = new Option<string?>("--url") { Description = $"Where to ask, such as {Example}; without it, where a server of the same settings listens." };
        var timeout = new Option<TimeSpan>("--timeout") { Description = "How long to wait for the answer, such as 00:00:03.", DefaultValueFactory = static _ => TimeSpan.FromSeconds(3) }
            .Bounded(TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        url.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !(Uri.TryCreate(token.Value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
            {
                result.AddError($"--url is '{token.Value}' where an address such as {Example} is needed.");
            }
        });
        var command = new Command("health", "Asks a server that runs whether it can be sent requests; the exit code is 0 if it can. For containers, which have no curl.") { url, timeout };
        command.SetAction((arguments, cancellationToken) => AskAsync(
            arguments.GetValue(url) ?? ListeningAddress.In(Server.Configuration(settings)) + "/health/ready", arguments.GetValue(timeout), cancellationToken));
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
            await Console.Error.WriteLineAsync($"{url}: {Reason(exception, timeout)}");
            return 1;
        }
    }

    private static string Reason(Exception exception, TimeSpan timeout) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "nothing there speaks https with a certificate that is trusted here.",
        TaskCanceledException => $"there was no answer within {timeout}.",
        _ => exception.Message,
    };
}
