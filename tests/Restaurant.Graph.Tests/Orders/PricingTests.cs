using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>What an order costs, to the cent, whatever becomes of the menu.</summary>
public sealed class PricingTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string PlaceOrder = """
        mutation($input: PlaceOrderInput!) {
          placeOrder(input: $input) {
            order {
              id
              subtotal { minorUnits } tax { minorUnits } total { minorUnits amount currency }
              lines { dishName quantity unitPrice { minorUnits } lineTotal { minorUnits } modifiers { name priceDelta { minorUnits } } }
            }
            errors { ... on Error { code message path } }
          }
        }
        """;

    [Fact]
    public async Task A_hundred_carts_cost_what_they_have_to()
    {
        var dishes = await DishView.AllAsync(app.Client);
        var rates = MenuFiles.RatesOfTheSeed();
        var random = new Random(20260314);
        foreach (var cart in Enumerable.Range(0, 100).Select(_ => Cart.Of(random, dishes, dish => rates[dish.Name], maxLines: 12)))
        {
            AssertPriced(cart, await PlaceAsync(cart.Lines.Select(line => line.Input)));
        }
    }

    [Fact]
    public async Task A_negative_modifier_makes_a_dish_cheaper()
    {
        var order = await PlaceAsync([new { dishId = Ids.Dish(90), quantity = 3, modifierIds = new[] { Ids.Modifier(18), Ids.Modifier(34) } }]);
        Assert.Equal((1800, (1800 - 50) * 3), (Units(order["lines"]![0]!["unitPrice"]), Units(order["lines"]![0]!["lineTotal"])));
        Assert.Equal((5250, 420, 5670), (Units(order["subtotal"]), Units(order["tax"]), Units(order["total"])));
        Assert.Equal("56.70", order["total"]!["amount"]!.ToJsonString());
    }

    [Fact]
    public async Task A_modifier_takes_no_more_off_than_there_is()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var menu = MenuFiles.Seed();
        var toppings = menu["modifierGroups"]!.AsArray().Single(group => group!.Text("key") == "extra-toppings")!["modifiers"]!.AsArray();
        (toppings[0]!["priceDelta"], toppings[1]!["priceDelta"]) = (-500, -1);
        await own.ImportAsync(menu);
        var lines = new[] { new { dishId = Ids.Dish(1), quantity = 2, modifierIds = new[] { Ids.Modifier(2), Ids.Modifier(1), Ids.Modifier(3) } } };
        const string Parts = "subtotal { minorUnits } total { minorUnits } lines { unitPrice { minorUnits } lineTotal { minorUnits } modifiers { name priceDelta { minorUnits } } }";
        var quote = (await own.MutateAsync("quoteOrder", new { type = "TAKEAWAY", lines }, $"quote {{ {Parts} }}"))["quote"]!;
        var order = (await own.MutateAsync("placeOrder", new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines }, $"order {{ {Parts} }}"))["order"]!;
        foreach (var priced in new[] { quote, order })
        {
            Assert.Equal((0, 0, 0, 1250), (Units(priced["subtotal"]), Units(priced["total"]), Units(priced["lines"]![0]!["lineTotal"]), Units(priced["lines"]![0]!["unitPrice"])));
            Assert.Equal(-1250, priced["lines"]![0]!["modifiers"]!.AsArray().Sum(modifier => Units(modifier!["priceDelta"])));
        }

        await own.DisposeAsync();
    }

    [Fact]
    public async Task An_order_keeps_its_prices_and_names_when_the_menu_changes()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var input = new
        {
            input = new
            {
                idempotencyKey = Guid.NewGuid(),
                type = "TAKEAWAY",
                lines = new[] { new { dishId = Ids.Dish(1), quantity = 2, modifierIds = new[] { Ids.Modifier(1), Ids.Modifier(9) } } },
            },
        };
        var placed = (await own.Client.QueryAsync(PlaceOrder, input))["placeOrder"]!["order"]!;

        var menu = MenuFiles.Seed();
        menu["taxGroups"]![0]!["percent"] = 25;
        var pizza = menu["categories"]![0]!["dishes"]![0]!;
        pizza["name"] = "Pizza Regina";
        pizza["price"] = 99;
        menu["modifierGroups"]![0]!["modifiers"]![0]!["priceDelta"] = 50;
        menu["modifierGroups"]![0]!["modifiers"]!.AsArray().RemoveAt(8);
        await own.ImportAsync(menu);

        const string Read = """
            query($id: ID!) {
              orderById(id: $id) {
                id
                subtotal { minorUnits } tax { minorUnits } total { minorUnits amount currency }
                lines { dishName quantity unitPrice { minorUnits } lineTotal { minorUnits } modifiers { name priceDelta { minorUnits } } }
              }
            }
            """;
        var later = (await own.Client.QueryAsync(Read, new { id = placed["id"]!.GetValue<string>() }))["orderById"]!;
        Assert.Equal(placed.ToJsonString(), later.ToJsonString());
        Assert.Equal((3100, 248, 3348), (Units(later["subtotal"]), Units(later["tax"]), Units(later["total"])));

        var now = (await own.Client.QueryAsync("{ orders { nodes { lines { dish { name price { minorUnits } } modifiers { name modifier { priceDelta { minorUnits } } } } } } }"))
            ["orders"]!["nodes"]![0]!["lines"]![0]!;
        Assert.Equal(("Pizza Regina", 9900), (now["dish"]!["name"]!.GetValue<string>(), Units(now["dish"]!["price"])));
        Assert.Equal(5000, Units(now["modifiers"]![0]!["modifier"]!["priceDelta"]));
        Assert.Null(now["modifiers"]![1]!["modifier"]);
        await own.DisposeAsync();
    }

    private static void AssertPriced(Cart cart, JsonNode order)
    {
        var lines = order["lines"]!.AsArray();
        Assert.Equal(cart.Lines.Select(line => (line.Dish.Name, line.Quantity)), lines.Select(line => (line!["dishName"]!.GetValue<string>(), line["quantity"]!.GetValue<int>())));
        Assert.Equal(cart.Lines.Select(line => line.UnitPrice), lines.Select(line => Units(line!["unitPrice"])));
        Assert.Equal(cart.Lines.Select(line => line.Total), lines.Select(line => Units(line!["lineTotal"])));
        Assert.Equal((cart.Subtotal, cart.Tax, cart.Subtotal + cart.Tax), (Units(order["subtotal"]), Units(order["tax"]), Units(order["total"])));
    }

    private async Task<JsonNode> PlaceAsync(IEnumerable<object> lines)
    {
        var data = await app.Client.QueryAsync(PlaceOrder, new { input = new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines } });
        Assert.True(data["placeOrder"]!["errors"] is null, data.ToJsonString());
        return data["placeOrder"]!["order"]!;
    }

    private static long Units(JsonNode? money) => money!["minorUnits"]!.GetValue<long>();
}
