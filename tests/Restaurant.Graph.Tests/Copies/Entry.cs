using System.Net.Http.Headers;
using System.Net.Http.Json;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>A request to one of the addresses of the server.</summary>
/// <param name="Name">Name for messages.</param>
/// <param name="Authorization">The header; null for none.</param>
/// <param name="Query">The document; null for a GET of <paramref name="Path"/>.</param>
/// <param name="Path">Where it goes.</param>
/// <param name="Accept">What is accepted.</param>
/// <param name="Language">Which language is read; null if the client does not say.</param>
/// <param name="IsCounted">Whether the outcome is among the metrics of operations.</param>
internal sealed record Entry(
    string Name, string? Authorization, string? Query = null, string Path = "/graphql", string Accept = "*/*", string? Language = null, bool IsCounted = true);

/// <summary>Sends such requests.</summary>
internal static class Entries
{
    /// <summary>Sends one; the answer has its headers at least.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this RestaurantApp app, Entry entry, CancellationToken cancellationToken)
    {
        using var http = new HttpClient().As(entry.Authorization);
        using var request = new HttpRequestMessage(entry.Query is null ? HttpMethod.Get : HttpMethod.Post, new Uri(app.Endpoint, entry.Path));
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(entry.Accept));
        request.Headers.Add("Accept-Language", entry.Language is { } language ? [language] : []);
        request.Content = entry.Query is null ? null : JsonContent.Create(new { query = entry.Query });
        var isStream = entry.Accept == "text/event-stream";
        var response = await http.SendAsync(request, isStream ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead, cancellationToken);
        if (isStream && !response.IsSuccessStatusCode)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
        }

        return response;
    }

    /// <summary>Opens a stream of server-sent events.</summary>
    public static async Task<Stream> StreamAsync(this RestaurantApp app, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Endpoint) { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        var response = await app.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await response.Content.ReadAsStreamAsync();
    }
}
