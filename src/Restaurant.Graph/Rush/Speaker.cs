using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>Somebody who speaks with the server, in the public API.</summary>
/// <param name="http">A connection to it.</param>
/// <param name="chance">Makes keys for what is to be done once.</param>
/// <param name="token">Says who it is; null for nobody.</param>
internal sealed class Speaker(HttpClient http, Chance chance, string? token)
{
    /// <summary>Asks for something; the data.</summary>
    /// <exception cref="RushException">The answer has errors.</exception>
    public async Task<JsonNode> AskAsync(string document, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = document, variables }) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>() ?? throw new RushException($"No answer to {document}");
        return answer["errors"] is null ? answer["data"]! : throw new RushException($"{answer["errors"]!.ToJsonString()} to {document} with {JsonSerializer.Serialize(variables)}");
    }

    /// <summary>Does something that may be refused; the payload.</summary>
    /// <param name="mutation">What.</param>
    /// <param name="input">The input without its key.</param>
    /// <param name="selection">What to read of the payload, beside the errors.</param>
    public async Task<JsonNode> TryAsync(string mutation, object input, string selection) => (await AskAsync(
        $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {selection} errors {{ kind: __typename ... on Error {{ message path }} }} }} }}",
        new { input }))[mutation]!;

    /// <summary>Does something that has to succeed; the payload.</summary>
    /// <exception cref="RushException">It was refused.</exception>
    public async Task<JsonNode> DoAsync(string mutation, object input, string selection)
    {
        var payload = await TryAsync(mutation, input, selection);
        return payload["errors"] is null ? payload : throw new RushException($"{mutation} was refused: {payload["errors"]!.ToJsonString()} with {JsonSerializer.Serialize(input)}");
    }

    /// <summary>Does something with a version of a subject that is named by its type: an order, a ticket, a table. The subject as it is then.</summary>
    public async Task<JsonNode> ActAsync(string mutation, string subject, JsonNode known, string selection, object? more = null)
    {
        var input = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        input["expectedVersion"] = known.Number("version");
        input[$"{subject}Id"] = known.Text("id");
        if (subject != "table")
        {
            input["idempotencyKey"] = chance.Key();
        }

        return (await DoAsync(mutation, input, $"{subject} {{ {selection} }}"))[subject]!;
    }
}

/// <summary>The evening cannot go on: the server has done what it should not.</summary>
internal sealed class RushException(string message) : Exception(message);

/// <summary>Reading answers.</summary>
internal static class Answers
{
    /// <summary>A text.</summary>
    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    /// <summary>A number.</summary>
    public static int Number(this JsonNode node, string name) => node[name]!.GetValue<int>();

    /// <summary>An amount of money, in minor units.</summary>
    public static long Units(this JsonNode node, string name) => node[name]!["minorUnits"]!.GetValue<long>();

    /// <summary>A list of objects.</summary>
    public static IReadOnlyList<JsonNode> List(this JsonNode node, string name) => [.. node[name]!.AsArray().Select(static item => item!)];

    /// <summary>A list of names.</summary>
    public static IReadOnlyList<string> Names(this JsonNode node, string name) => [.. node[name]!.AsArray().Select(static item => item!.GetValue<string>())];
}
