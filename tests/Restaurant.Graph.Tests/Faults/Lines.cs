using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>The ways to follow something, until the server is gone or the client leaves; both end in an exception where they end in no order.</summary>
internal static class Lines
{
    /// <summary>The answers that come over a socket of its own.</summary>
    public static async IAsyncEnumerable<JsonNode> BySocketAsync(
        Uri endpoint, string query, object? variables, string? after, [EnumeratorCancellation] CancellationToken leave)
    {
        await using var socket = await SocketClient.InitAsync(endpoint);
        await using var leaving = leave.Register(socket.Abort);
        await socket.SubscribeAsync("1", query, With(variables, after));
        while (await socket.ReceiveAsync() is { } message)
        {
            Assert.True(string.Equals(message["type"]!.GetValue<string>(), "next", StringComparison.Ordinal), message.ToJsonString());
            yield return message["payload"]!;
        }
    }

    /// <summary>The answers that come as server-sent events, resumed by the last event's id as browsers do.</summary>
    public static async IAsyncEnumerable<JsonNode> ByEventsAsync(
        Uri endpoint, string query, object? variables, string? after, [EnumeratorCancellation] CancellationToken leave)
    {
        using var http = new HttpClient().As(Tokens.Manager);
        var given = Uri.EscapeDataString(With(variables, after: null).ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{endpoint}?query={Uri.EscapeDataString(query)}&variables={given}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", after is null ? [] : [after]);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leave);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(leave));
        while (await lines.ReadLineAsync(leave) is { } line)
        {
            Assert.NotEqual("event: complete", line);
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                yield return JsonNode.Parse(line["data: ".Length..])!;
            }
        }
    }

    private static JsonObject With(object? variables, string? after)
    {
        var all = System.Text.Json.JsonSerializer.SerializeToNode(variables)?.AsObject() ?? [];
        all["after"] = after;
        return all;
    }
}
