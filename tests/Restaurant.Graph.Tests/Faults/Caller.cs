using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>One who asks a server that may be gone, and asks the same again until there is an answer.</summary>
internal sealed class Caller(Uri endpoint) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new HttpClient { Timeout = Patience }.As(Tokens.Manager);
    private int _retries;

    /// <summary>How many requests were sent again.</summary>
    public int Retries => _retries;

    /// <summary>Whether this is how it looks that a server is gone.</summary>
    public static bool IsGone(Exception fault) =>
        fault is HttpRequestException or WebSocketException or IOException or OperationCanceledException or ObjectDisposedException;

    /// <summary>The data of the answer. Nothing but the end of the server, or of its database, may keep a request from being answered.</summary>
    public async Task<JsonNode> AskAsync(string query, object variables)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var response = await _http.PostAsJsonAsync(endpoint, new { query, variables });
                var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
                if (answer?["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>() is "STORE_UNAVAILABLE")
                {
                    throw new IOException("The store is gone.");
                }

                Assert.True(answer?["errors"] is null && answer?["data"] is not null, $"{query}: {answer?.ToJsonString()}");
                return answer!["data"]!;
            }
            catch (Exception gone) when (IsGone(gone) && watch.Elapsed < Patience)
            {
                Interlocked.Increment(ref _retries);
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
