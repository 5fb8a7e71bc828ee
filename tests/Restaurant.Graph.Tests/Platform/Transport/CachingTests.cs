using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class CachingTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Dish = """{ dishById(id: "RGlzaDoy") { isAvailable } }""";

    [Theory]
    [InlineData("{ restaurant { name } }")]
    [InlineData("{ dishes { nodes { portionsLeft } } }")]
    [InlineData("{ dishes { nodes { name } } menus { name } }")]
    public async Task What_is_the_same_for_everybody_may_be_kept_for_a_while(string query)
    {
        using var response = await GetAsync(query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=5", response.Headers.CacheControl?.ToString());
        Assert.NotNull(response.Headers.ETag);
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Fact]
    public async Task What_is_known_already_is_not_sent_again()
    {
        using var first = await GetAsync("{ menus { name } }");
        using var second = await GetAsync("{ menus { name } }", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal("public, max-age=5", second.Headers.CacheControl?.ToString());
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_has_changed_is_sent_again()
    {
        using var first = await GetAsync(Dish);
        await app.DoAsync("markDishUnavailable", Ids.Dish(2));
        using var second = await GetAsync(Dish, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal("""{"data":{"dishById":{"isAvailable":false}}}""", await second.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{ orders { nodes { id } } }")]
    [InlineData("{ restaurant { name } orders { nodes { id } } }")]
    [InlineData("{ dishes { nodes { name missingIngredients { name } } } }")]
    [InlineData("{ menus { categories { ...Stock } } } fragment Stock on Category { dishes { missing: missingIngredients { id } } }")]
    [InlineData("""{ node(id: "T3JkZXI6MQ==") { id } }""")]
    [InlineData("{ restaurant { name } ... { orders { nodes { id } } } }")]
    [InlineData("{ restaurant { stars } }")]
    [InlineData("""{ dishById(id: "garbage") { id } }""")]
    public async Task What_is_for_one_client_or_went_wrong_is_not_kept(string query)
    {
        using var response = await GetAsync(query);
        AssertPrivate(response);
    }

    [Fact]
    public async Task What_is_posted_is_not_kept()
    {
        using var response = await app.Client.Http.PostAsJsonAsync(app.Endpoint, new { query = "{ restaurant { name } }" });
        AssertPrivate(response);
    }

    private static void AssertPrivate(HttpResponseMessage response)
    {
        Assert.True(response.Headers.CacheControl is { Private: true, NoStore: true, Public: false }, response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
    }

    private Task<HttpResponseMessage> GetAsync(string query, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Endpoint}?query={Uri.EscapeDataString(query)}");
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return app.Client.Http.SendAsync(request);
    }
}
