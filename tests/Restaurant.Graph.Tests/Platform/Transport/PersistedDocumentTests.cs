using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Commands;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class PersistedDocumentTests(PersistedDocumentTests.Trusting app, PersistedDocumentTests.TrustingOnly strict)
    : IClassFixture<PersistedDocumentTests.Trusting>, IClassFixture<PersistedDocumentTests.TrustingOnly>
{
    private static readonly string TrustedFile = WriteTrusted();

    [Fact]
    public async Task A_trusted_document_is_sent_by_its_id()
    {
        Assert.Equal("The Copper Pot", Name(await PostAsync(app, new { documentId = "name" })));
        Assert.Equal("The Copper Pot", Name(await GetAsync(app, "?documentId=name")));
        Assert.Equal("The Copper Pot", Name(await GetAsync(app, "/persisted/name")));
        var variables = Uri.EscapeDataString($$"""{"id":"{{Ids.Dish(1)}}"}""");
        Assert.Equal(Ids.Dish(1), (await GetAsync(app, $"/persisted/dish?variables={variables}"))["data"]!["dishById"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_document_that_nobody_trusted_is_unknown()
    {
        Assert.Equal("PERSISTED_DOCUMENT_UNKNOWN", Code(await PostAsync(app, new { documentId = "other" })));
        Assert.Equal("PERSISTED_DOCUMENT_UNKNOWN", Code(await GetAsync(app, "/persisted/other")));
        Assert.Equal("PERSISTED_DOCUMENT_UNKNOWN", Code(await GetAsync(app, "/persisted/other/Name")));
        Assert.Equal("PERSISTED_DOCUMENT_UNKNOWN", Code(await PostAsync(app, new { id = "other" })));
    }

    [Fact]
    public async Task An_id_is_given_as_HotChocolate_does()
    {
        Assert.Equal("The Copper Pot", Name(await PostAsync(app, new { id = "name" })));
        Assert.Equal("The Copper Pot", Name(await PostAsync(app, new { id = "name", query = (string?)null })));
        Assert.Equal("The Copper Pot", Name(await GetAsync(app, "?id=name")));
        Assert.Equal("Two", Typename(await GetAsync(app, "/persisted/two/B")));
        Assert.Equal("Two", Typename(await PostAsync(app, new { }, "/persisted/two/B")));
        Assert.Equal(Ids.Dish(1), (await PostAsync(app, new { variables = new { id = Ids.Dish(1) } }, "/persisted/dish"))["data"]!["dishById"]!["id"]!.GetValue<string>());
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SendAsync(new { id = "1", type = "subscribe", payload = new { id = "name" } });
        Assert.NotNull((await socket.NextAsync())["restaurant"]);
    }

    [Fact]
    public async Task An_empty_id_counts_as_not_given()
    {
        Assert.Equal("The Copper Pot", Name(await GetAsync(app, "?documentId=&query={restaurant{name}}")));
        Assert.Equal("The Copper Pot", Name(await PostAsync(app, new { documentId = "", query = "{ restaurant { name } }" })));
        Assert.Equal("The Copper Pot", Name(await GetAsync(app, "?documentId=&id=name")));
        Assert.Equal("GRAPHQL_REQUEST_INVALID", Code(await GetAsync(app, "?documentId=")));
    }

    [Fact]
    public async Task A_public_answer_to_a_document_by_its_id_may_be_kept()
    {
        using var response = await app.Client.Http.GetAsync(new Uri(app.Endpoint + "/persisted/name"));
        Assert.Equal("public, max-age=5", response.Headers.CacheControl?.ToString());
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task Where_only_trusted_documents_go_no_other_does()
    {
        Assert.Equal("The Copper Pot", Name(await PostAsync(strict, new { documentId = "name" })));
        Assert.Equal("PERSISTED_DOCUMENT_REQUIRED", Code(await PostAsync(strict, new { query = "{ restaurant { name } }" })));
        Assert.Equal("PERSISTED_DOCUMENT_REQUIRED", Code(await GetAsync(strict, "?query={restaurant{name}}")));
        Assert.Equal("PERSISTED_DOCUMENT_REQUIRED", Code(await PostAsync(strict, new { query = "{ a }", extensions = new { persistedQuery = new { sha256Hash = "a" } } })));
        await using var socket = await SocketClient.InitAsync(strict.Endpoint);
        await socket.SubscribeAsync("1", "{ restaurant { name } }");
        Assert.Equal("error", (await socket.ReceiveAsync())!["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("--PersistedDocuments:File=missing.json", "PersistedDocuments:File is 'missing.json', and there is no such file.")]
    [InlineData("--PersistedDocuments:Only=true", "PersistedDocuments:Only is on, and PersistedDocuments:File does not say where the documents are.")]
    public void Documents_that_are_not_there_are_noticed_at_the_start(string setting, string reason)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Server.Build([setting]));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    private static string WriteTrusted()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "trusted-documents.json");
        File.WriteAllText(path, """{"name":"{ restaurant { name } }","dish":"query($id: ID!) { dishById(id: $id) { id } }","two":"query A { restaurant { name } } query B { two: __typename }"}""");
        return path;
    }

    private static string Name(JsonNode answer) => answer["data"]!["restaurant"]!["name"]!.GetValue<string>();

    private static string Typename(JsonNode answer) => answer["data"]!["two"] is null ? "" : "Two";

    private static string Code(JsonNode answer) => answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();

    private static async Task<JsonNode> GetAsync(RestaurantApp to, string rest)
    {
        using var response = await to.Client.Http.GetAsync(new Uri(to.Endpoint + rest));
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static async Task<JsonNode> PostAsync(RestaurantApp to, object request, string rest = "")
    {
        using var response = await to.Client.Http.PostAsJsonAsync(new Uri(to.Endpoint + rest), request);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>A restaurant with trusted documents.</summary>
    public sealed class Trusting() : RestaurantApp($"--PersistedDocuments:File={TrustedFile}");

    /// <summary>A restaurant with trusted documents and no others.</summary>
    public sealed class TrustingOnly() : RestaurantApp($"--PersistedDocuments:File={TrustedFile}", "--PersistedDocuments:Only=true");
}
