using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

public sealed class TaxTests(TaxTests.TenCents app) : IClassFixture<TaxTests.TenCents>
{
    [Theory]
    [InlineData(0, "4 %")]
    [InlineData(1, "5 %")]
    [InlineData(1, "6 %")]
    [InlineData(2, "15 %")]
    [InlineData(0, "4.99 %")]
    [InlineData(1, "5 %", "5 %")]
    [InlineData(2, "5 %", "5 %", "5 %")]
    [InlineData(1, "5 %", "Also 5 %")]
    [InlineData(3, "5 %", "15 %")]
    [InlineData(1, "4 %", "5 %")]
    [InlineData(2, "5 %", "6 %")]
    [InlineData(0, "Nothing", "Nothing")]
    public async Task Tax_is_rounded_once_for_each_rate_half_a_cent_up(int tax, params string[] dishes)
    {
        var ids = (await app.Client.QueryAsync("{ dishes { nodes { id name } } }"))["dishes"]!["nodes"]!.AsArray()
            .ToDictionary(dish => dish!["name"]!.GetValue<string>(), dish => dish!["id"]!.GetValue<string>(), StringComparer.Ordinal);
        var payload = await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = dishes.Select(dish => new { dishId = ids[dish], quantity = 1 }),
        });
        Assert.Equal((10 * dishes.Length) + tax, payload["order"]!["total"]!["minorUnits"]!.GetValue<int>());
    }

    /// <summary>A restaurant where every dish costs ten cents, so that a percent is a tenth of a cent.</summary>
    public sealed class TenCents : RestaurantApp
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            (string Name, decimal Percent)[] dishes = [("4 %", 4), ("5 %", 5), ("6 %", 6), ("15 %", 15), ("4.99 %", 4.99m), ("Also 5 %", 5), ("Nothing", 0)];
            var menu = MenuFiles.Of(dishes.Index().Select(dish =>
            {
                var entry = MenuFiles.Dish($"dish-{dish.Index}", dish.Item.Name, 0.10m);
                entry["taxGroup"] = $"rate-{dish.Index}";
                return entry;
            }));
            menu["taxGroups"] = new JsonArray([.. dishes.Index().Select(rate =>
                new JsonObject { ["key"] = $"rate-{rate.Index}", ["name"] = rate.Item.Name, ["percent"] = rate.Item.Percent })]);
            await this.ImportAsync(menu);
        }
    }
}
