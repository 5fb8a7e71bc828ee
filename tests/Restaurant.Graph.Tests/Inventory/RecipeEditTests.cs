using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Menu;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>Managers say what dishes are made of, while they are being sold.</summary>
public sealed class RecipeEditTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const long Salad = 41;

    [Fact]
    public async Task A_dish_of_a_new_ingredient_is_sold_out_until_there_is_some_of_it()
    {
        var leaves = (await app.EditAsync("createIngredient", new { key = "little-gem", name = "Little gem", unit = "GRAM", allergens = new[] { "CELERY", "CELERY" } })).Text("id");
        var dish = await app.EditAsync("setDishRecipe", Recipe(Salad, 1, (leaves, 60), (leaves, 30)));
        Assert.Equal("""{"version":2,"isAvailable":false,"portionsLeft":0,"recipe":[{"quantity":90,"ingredient":{"name":"Little gem","unit":"GRAM","allergens":["CELERY"]}}]}""", Told(dish));
        await DeliverAsync(leaves, 200);
        Assert.Equal("""{"isAvailable":true,"portionsLeft":2}""", await DishAsync("isAvailable portionsLeft"));

        var order = await app.PlaceAsync(Salad, Salad);
        Assert.Equal("""{"isAvailable":false,"portionsLeft":0}""", await DishAsync("isAvailable portionsLeft"));
        Assert.Equal("""{"version":3,"isAvailable":true,"portionsLeft":null,"recipe":[]}""", Told(await app.EditAsync("setDishRecipe", Recipe(Salad, 2))));
        await app.DoAsync("cancelOrder", order);
        Assert.Equal((200, 0), await StockAsync(leaves));
    }

    [Fact]
    public async Task What_a_modifier_takes_is_promised_from_the_next_order_on()
    {
        var egg = (await app.EditAsync("createIngredient", new { key = "quail-egg", name = "Quail egg", unit = "PIECE" })).Text("id");
        await DeliverAsync(egg, 5);
        var before = await OrderAsync();
        var modifier = await app.EditAsync("setModifierRecipe", new { modifierId = Ids.Modifier(1), items = new[] { new { ingredientId = egg, quantity = 2 } } });
        Assert.Equal("""[{"quantity":2,"ingredient":{"name":"Quail egg"}}]""", modifier["recipe"]!.ToJsonString());
        Assert.Equal((5, 0), await StockAsync(egg));
        await OrderAsync();
        Assert.Equal((5, 2), await StockAsync(egg));
        await app.DoAsync("cancelOrder", before);
        Assert.Equal((5, 2), await StockAsync(egg));
        await app.EditAsync("setModifierRecipe", new { modifierId = Ids.Modifier(1), items = Array.Empty<object>() });
    }

    [Fact]
    public async Task The_allergens_of_an_ingredient_are_on_every_plate_that_it_is_on()
    {
        var oil = (await app.EditAsync("createIngredient", new { key = "nut-oil", name = "Nut oil", unit = "MILLILITER" })).Text("id");
        await DeliverAsync(oil, 100);
        await app.EditAsync("setDishRecipe", Recipe(28, 1, (oil, 10)));
        Assert.Equal("[]", await ConflictAsync());
        await app.EditAsync("editIngredient", new { ingredientId = oil, name = "Walnut oil", allergens = new[] { "NUTS" } });
        Assert.Equal("""["NUTS"]""", await ConflictAsync());

        async Task<string> ConflictAsync()
        {
            var payload = await app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", allergies = new[] { "NUTS" }, lines = new[] { new { dishId = Ids.Dish(28), quantity = 1 } } });
            return payload["errors"] is null ? "[]" : """["NUTS"]""";
        }
    }

    [Fact]
    public async Task Guests_do_not_see_what_dishes_are_made_of()
    {
        const string Query = "{ dishById(id: \"RGlzaDo4Ng==\") { recipe { quantity ingredient { name } } } }";
        using var guest = app.As(await app.ComeInAsync());
        Assert.Equal("""{"dishById":{"recipe":[]}}""", (await guest.QueryAsync(Query)).ToJsonString());
        Assert.Equal("""{"dishById":{"recipe":[{"quantity":6,"ingredient":{"name":"Rock oyster"}}]}}""", (await app.Client.QueryAsync(Query)).ToJsonString());
    }

    [Fact]
    public async Task What_was_edited_is_exported()
    {
        var salt = (await app.EditAsync("createIngredient", new { key = "sea-salt", name = "Sea salt", unit = "GRAM" })).Text("id");
        await app.EditAsync("setDishRecipe", Recipe(29, 1, (salt, 3)));
        var file = await app.ExportAsync();
        Assert.Equal("""{"key":"sea-salt","name":"Sea salt","unit":"GRAM"}""", file["ingredients"]!.AsArray().Single(item => item!.Text("key") == "sea-salt")!.ToJsonString());
        var dish = file["categories"]!.AsArray().SelectMany(category => category!["dishes"]!.AsArray()).ElementAt(28)!;
        Assert.Equal("""[{"ingredient":"sea-salt","quantity":3}]""", dish["recipe"]!.ToJsonString());
    }

    private static object Recipe(long dish, int version, params (string Ingredient, int Quantity)[] items) =>
        new { dishId = Ids.Dish(dish), expectedVersion = version, items = items.Select(item => new { ingredientId = item.Ingredient, quantity = item.Quantity }) };

    private static string Told(JsonNode dish)
    {
        dish.AsObject().Remove("id");
        return dish.ToJsonString();
    }

    private Task DeliverAsync(string ingredient, int quantity) =>
        app.MutateAsync("receiveDelivery", new { idempotencyKey = Guid.NewGuid(), ingredientId = ingredient, quantity }, "ingredient { onHand }");

    private async Task<string> OrderAsync() => (await app.PlaceAsync(new
    {
        idempotencyKey = Guid.NewGuid(),
        type = "TAKEAWAY",
        lines = new[] { new { dishId = Ids.Dish(Steps.Pizza), quantity = 1, modifierIds = new[] { Ids.Modifier(1) } } },
    }))["order"]!.Text("id");

    private async Task<string> DishAsync(string fields) =>
        (await app.Client.QueryAsync($"query($id: ID!) {{ dishById(id: $id) {{ {fields} }} }}", new { id = Ids.Dish(Salad) }))["dishById"]!.ToJsonString();

    private async Task<(int OnHand, int Reserved)> StockAsync(string ingredient)
    {
        var node = (await app.Client.QueryAsync("query($id: ID!) { node(id: $id) { ... on Ingredient { onHand reserved } } }", new { id = ingredient }))["node"]!;
        return (node.Number("onHand"), node.Number("reserved"));
    }
}
