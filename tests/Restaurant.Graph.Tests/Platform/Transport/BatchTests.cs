using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class BatchTests(RestaurantApp app, BatchTests.Pairs pairs) : IClassFixture<RestaurantApp>, IClassFixture<BatchTests.Pairs>
{
    [Fact]
    public async Task There_are_no_batches_unless_they_are_switched_on()
    {
        var (status, answer) = await SendAsync(app, "{ restaurant { name } }");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Batches are not taken here", answer["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_answered_in_its_order_up_to_its_bound()
    {
        var (status, answer) = await SendAsync(pairs, "{ restaurant { name } }", "{ restaurant { stars } }");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, answer.AsArray().Count);
        Assert.Equal("The Copper Pot", answer[0]!["data"]!["restaurant"]!["name"]!.GetValue<string>());
        Assert.NotNull(answer[1]!["errors"]);

        var (three, refusal) = await SendAsync(pairs, "{ restaurant { name } }", "{ restaurant { name } }", "{ restaurant { name } }");
        Assert.Equal(HttpStatusCode.BadRequest, three);
        Assert.Equal("A batch has at most 2 requests.", refusal["errors"]![0]!["message"]!.GetValue<string>());

        var (none, empty) = await SendAsync(pairs);
        Assert.Equal(HttpStatusCode.BadRequest, none);
        Assert.Equal("The batch is empty.", empty["errors"]![0]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_batch_with_one_thing_in_it_that_is_no_request_is_not_begun()
    {
        var mutation = new { query = """mutation { markDishUnavailable(input: { dishId: "RGlzaDox" }) { dish { id } } }""" };
        using var response = await pairs.Client.Http.PostAsJsonAsync(pairs.Endpoint, new object[] { mutation, 7 });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await pairs.Client.QueryAsync("""{ dishById(id: "RGlzaDox") { isAvailable } }"""))["dishById"]!["isAvailable"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("text/event-stream, application/json")]
    public async Task A_batch_is_answered_by_JSON_whatever_stream_the_client_accepts(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, pairs.Endpoint)
        {
            Content = JsonContent.Create(new[] { new { query = "{ restaurant { name } }" }, new { query = "subscription { onMenuChanged { cursor } }" } }),
        };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await pairs.Client.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var answers = (await response.Content.ReadFromJsonAsync<JsonNode>())!.AsArray();
        Assert.NotNull(answers[0]!["data"]);
        Assert.Equal("OPERATION_NOT_ALLOWED", answers[1]!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> SendAsync(RestaurantApp app, params string[] queries)
    {
        using var response = await app.Client.Http.PostAsJsonAsync(app.Endpoint, queries.Select(query => new { query }));
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    /// <summary>A restaurant that takes batches of two.</summary>
    public sealed class Pairs() : RestaurantApp("--Http:MaxBatchSize=2");
}
