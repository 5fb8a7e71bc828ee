using System.Buffers.Text;
using System.Net.Http.Json;
using System.Text;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>What may not be seen cannot be found out by asking around it.</summary>
public sealed class HiddenInferenceTests(HidingRestaurants restaurants) : IClassFixture<HidingRestaurants>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_condition_on_a_reference_finds_nothing_by_what_is_hidden(bool plans)
    {
        var found = await restaurants[plans].Client.QueryAsync("""{ dishes(where: { category: { name: { startsWith: "Sou" } } }) { totalCount } }""");
        Assert.Equal(0, found["dishes"]!["totalCount"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_condition_on_a_list_finds_nothing_by_what_is_hidden(bool plans)
    {
        var found = await restaurants[plans].Client.QueryAsync("{ orders(where: { lines: { some: { quantity: { eq: 13 } } } }) { totalCount } }");
        Assert.Equal(0, found["orders"]!["totalCount"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cursor_holds_nothing_of_what_is_hidden(bool plans)
    {
        var page = await restaurants[plans].Client.QueryAsync(
            "query($id: ID!) { dishes(where: { id: { eq: $id } }, order: [{ category: { name: ASC } }]) { edges { cursor } } }",
            new { id = Ids.Dish(HidingRestaurants.DishOfHiddenCategory) });
        var cursor = page["dishes"]!["edges"]![0]!["cursor"]!.GetValue<string>();
        Assert.DoesNotContain("Soups", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_of_a_hidden_order_fails_as_that_of_one_that_is_not_there()
    {
        Assert.Equal(await StreamAsync(Ids.Of("Order", 999_999)), await StreamAsync(restaurants.HiddenOrder));

        // A stream that fails ends at once.
        async Task<string> StreamAsync(string order)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            using var request = new HttpRequestMessage(HttpMethod.Post, restaurants.Planned.Endpoint);
            request.Headers.Add("Accept", "text/event-stream");
            request.Content = JsonContent.Create(new { query = "subscription($order: ID!) { onOrderChanged(orderId: $order) { status } }", variables = new { order } });
            using var response = await restaurants.Planned.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return await response.Content.ReadAsStringAsync(patience.Token);
        }
    }
}
