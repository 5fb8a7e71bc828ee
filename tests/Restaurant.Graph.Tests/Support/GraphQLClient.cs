using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Restaurant.Graph.Tests.Support;

/// <summary>A client of the API over HTTP: a manager, unless somebody else is said.</summary>
public sealed class GraphQLClient : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For what is not plain GraphQL.</summary>
    public HttpClient Http { get; init; } = new HttpClient().As(Tokens.Manager);

    /// <summary>Where the API is.</summary>
    public Uri Endpoint { get; set; } = new("http://127.0.0.1");

    /// <summary>The whole answer.</summary>
    public async Task<JsonNode> SendAsync(string query, object? variables = null)
    {
        using var response = await Http.PostAsJsonAsync(Endpoint, new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonNode>() ?? throw new InvalidOperationException("The answer is empty.");
    }

    /// <summary>The data of an answer that has no errors.</summary>
    public async Task<JsonNode> QueryAsync(string query, object? variables = null)
    {
        var answer = await SendAsync(query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString(Indented));
        return answer["data"]!;
    }

    /// <summary>The whole answer as text to compare, `data` first whatever the server begins with.</summary>
    public async Task<string> SnapshotAsync(string query, object? variables = null)
    {
        var answer = (await SendAsync(query, variables)).AsObject();
        return new JsonObject(answer.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())))
            .ToJsonString(Indented);
    }

    /// <inheritdoc />
    public void Dispose() => Http.Dispose();
}
