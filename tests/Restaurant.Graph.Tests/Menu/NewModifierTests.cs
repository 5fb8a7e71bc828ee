using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Managers add choices, and take them away, while dishes with them are being sold.</summary>
public sealed class NewModifierTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const long Salad = 41;

    [Fact]
    public async Task A_new_choice_comes_with_a_dish_that_is_told_so()
    {
        var group = await app.EditAsync("createModifierGroup", new
        {
            key = "how-much",
            name = "How much of it?",
            minSelections = 1,
            maxSelections = 1,
            modifiers = new object[]
            {
                new { key = "some", name = "Some", priceDelta = 0, isDefault = true },
                new { key = "more", name = "More", priceDelta = 2.5m, allergens = new[] { "NUTS", "NUTS" }, stationId = Ids.Of("Station", 5) },
            },
        });
        await app.EditAsync("editDish", new { dishId = Ids.Dish(Salad), expectedVersion = 1, modifierGroupIds = new[] { group.Text("id") } });
        var modifiers = group["modifiers"]!.AsArray();
        var more = modifiers[1]!.Text("id");
        modifiers[1]!.AsObject().Remove("id");
        Assert.Equal("""{"name":"More","isDefault":false,"allergens":["NUTS"],"priceDelta":{"amount":2.50},"station":{"name":"Fryer"}}""", modifiers[1]!.ToJsonString());
        Assert.Equal(1300, await CostsAsync(more));

        var most = await app.EditAsync("createModifier", new { modifierGroupId = group.Text("id"), key = "most", name = "Most", priceDelta = 4 });
        Assert.Equal(1450, await CostsAsync(most.Text("id")));
        Assert.Equal("""["some","more","most"]""", await ExportedAsync());
    }

    [Fact]
    public async Task What_was_ordered_with_a_modifier_keeps_it_when_it_is_retired()
    {
        var order = (await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = new[] { new { dishId = Ids.Dish(2), quantity = 1, modifierIds = new[] { Ids.Modifier(2) } } },
        }))["order"]!.Text("id");
        await app.EditAsync("editModifier", new { modifierId = Ids.Modifier(2), priceDelta = 1.75m });
        var group = await app.EditAsync("retireModifier", new { modifierId = Ids.Modifier(2) });
        Assert.DoesNotContain("Roast mushrooms", group["modifiers"]!.AsArray().Select(modifier => modifier!.Text("name")));
        Assert.Equal(
            """[{"name":"Roast mushrooms","priceDelta":{"amount":1.50},"modifier":null}]""",
            (await app.OrderAsync(order, "lines { modifiers { name priceDelta { amount } modifier { name } } }"))["lines"]![0]!["modifiers"]!.ToJsonString());
        Assert.Equal("MODIFIER_NOT_OF_DISH", (await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = new[] { new { dishId = Ids.Dish(2), quantity = 1, modifierIds = new[] { Ids.Modifier(2) } } },
        }))["errors"]![0]!.Text("code"));
    }

    [Fact]
    public async Task As_many_are_left_as_can_be_chosen()
    {
        var group = await app.EditAsync("createModifierGroup", new
        {
            key = "one-only",
            name = "With it?",
            minSelections = 0,
            maxSelections = 1,
            modifiers = new[] { new { key = "it", name = "It", priceDelta = 0 } },
        });
        var payload = await app.TryEditAsync("retireModifier", new { modifierId = group["modifiers"]![0]!.Text("id") });
        Assert.Equal(
            """[{"__typename":"SelectionBoundsError","code":"SELECTION_BOUNDS","message":"maxSelections is 1 where the number of modifiers is 0.","path":["input","modifierId"]}]""",
            payload["errors"]!.ToJsonString());
    }

    private async Task<long> CostsAsync(string modifier)
    {
        var payload = await app.MutateAsync(
            "quoteOrder", new { type = "TAKEAWAY", lines = new[] { new { dishId = Ids.Dish(Salad), quantity = 1, modifierIds = new[] { modifier } } } }, "quote { subtotal { minorUnits } }");
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["quote"]!["subtotal"]!["minorUnits"]!.GetValue<long>();
    }

    private async Task<string> ExportedAsync()
    {
        var group = (await app.ExportAsync())["modifierGroups"]!.AsArray().Single(known => known!.Text("key") == "how-much")!;
        return new JsonArray([.. group["modifiers"]!.AsArray().Select(modifier => JsonValue.Create(modifier!.Text("key")))]).ToJsonString();
    }
}
