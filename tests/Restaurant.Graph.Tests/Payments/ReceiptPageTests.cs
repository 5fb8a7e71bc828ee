using System.Net;
using System.Security.Cryptography;
using System.Text;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Payments;

/// <summary>A receipt is a page for those who see the order, on which names are names and nothing can run.</summary>
public sealed class ReceiptPageTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task A_guest_prints_the_receipt_of_their_order_and_nobody_elses()
    {
        var (guest, other) = (await app.ComeInAsync(), await app.ComeInAsync());
        using var client = app.As(guest);
        var order = (await client.QueryAsync(Documents.PlaceOrder, Documents.Margheritas(2)))["placeOrder"]!["order"]!;
        await app.PayAsync(order.Text("id"), 7m, tip: 1.5m);
        var (status, page) = await GetAsync(guest, order.Text("id"));
        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var text in new[] { "The Copper Pot", $"Order {order.Number("number")}", "2026-03-14 19:00", "2 × Margherita", "25.00 USD", "Tax 8 %", "27.00 USD", "7.00 USD", "1.50 USD", "20.00 USD" })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        Assert.Equal((status, page), await GetAsync(Tokens.Of(Roles.Waiter), order.Text("id")));
        Assert.Equal((HttpStatusCode.NotFound, ""), await GetAsync(other, order.Text("id")));
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(Tokens.Of(Roles.Cook), order.Text("id"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(null, order.Text("id"))).Status);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("RGlzaDox")]
    [InlineData("T3JkZXI6OTk5OTk5")]
    public async Task There_is_none_of_an_order_that_is_not_there(string id) => Assert.Equal((HttpStatusCode.NotFound, ""), await GetAsync(Tokens.Manager, id));

    [Fact]
    public async Task What_is_typed_is_shown_and_not_run()
    {
        await using var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        await own.ImportAsync(MenuFiles.Of(MenuFiles.Dish("script", "<script>alert('1')</script>")));
        var dish = (await own.Client.QueryAsync("{ dishes { nodes { id } } }"))["dishes"]!["nodes"]![0]!.Text("id");
        var order = (await own.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines = new[] { new { dishId = dish, quantity = 1 } } }))["order"]!.Text("id");
        using var response = await own.Client.Http.GetAsync(new Uri(own.Endpoint, $"/orders/{order}/receipt"));
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);

        // The style is the only thing that a browser takes, and it is the one that the page has.
        var style = page.Split("<style>")[1].Split("</style>")[0];
        Assert.Contains("@media print", style, StringComparison.Ordinal);
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string? header, string id)
    {
        using var client = app.As(header);
        using var response = await client.Http.GetAsync(new Uri(app.Endpoint, $"/orders/{id}/receipt"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
