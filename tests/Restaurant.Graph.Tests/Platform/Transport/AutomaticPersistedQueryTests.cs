using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class AutomaticPersistedQueryTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_is_sent_once_and_then_by_its_hash_alone(bool isGet)
    {
        var query = $"{{ restaurant {{ name }} }} # {isGet}";
        Assert.Equal(("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound"), Error(await SendAsync(isGet, null, HashOf(query))));
        Assert.NotNull((await SendAsync(isGet, query, HashOf(query)))["data"]);
        Assert.Equal("The Copper Pot", (await SendAsync(isGet, null, HashOf(query)))["data"]!["restaurant"]!["name"]!.GetValue<string>());
        Assert.NotNull((await SendAsync(!isGet, null, HashOf(query)))["data"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hash_of_something_else_stores_nothing(bool isGet)
    {
        var hash = HashOf($"{{ something else }} {isGet}");
        Assert.Equal("PERSISTED_QUERY_HASH_MISMATCH", Error(await SendAsync(isGet, "{ restaurant { name } }", hash)).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", Error(await SendAsync(isGet, null, hash)).Code);
    }

    private static string HashOf(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));

    private static (string Code, string Message) Error(JsonNode answer) =>
        (answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>(), answer["errors"]![0]!["message"]!.GetValue<string>());

    private async Task<JsonNode> SendAsync(bool isGet, string? query, string hash)
    {
        var extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } };
        var document = query is null ? "" : $"&query={Uri.EscapeDataString(query)}";
        using var response = await (isGet
            ? app.Client.Http.GetAsync(new Uri($"{app.Endpoint}?extensions={Uri.EscapeDataString(JsonSerializer.Serialize(extensions))}{document}"))
            : app.Client.Http.PostAsJsonAsync(app.Endpoint, query is null ? new { extensions } : (object)new { query, extensions }));
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
