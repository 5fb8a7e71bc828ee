using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>A restaurant that makes soup of two ingredients, and bread of one of them.</summary>
public sealed class StoreRoom : RestaurantApp
{
    /// <summary>The key of the dish that takes 200 g of leek and one egg.</summary>
    internal const string Soup = "Soup";

    /// <summary>The key of the dish that takes one egg.</summary>
    internal const string Bread = "Bread";

    // Behind those of the seed.
    private static readonly int Before = MenuFiles.Seed()["ingredients"]!.AsArray().Count;

    /// <summary>The id of leek, which is counted in grams.</summary>
    internal static readonly string Leek = Ids.Of("Ingredient", Before + 1);

    /// <summary>The id of eggs, which are counted in pieces.</summary>
    internal static readonly string Egg = Ids.Of("Ingredient", Before + 2);

    /// <summary>A restaurant for a class of tests.</summary>
    public StoreRoom()
        : base(AlwaysOpen)
    {
    }

    /// <summary>Opens one for one test.</summary>
    public static async Task<StoreRoom> OpenAsync()
    {
        var room = new StoreRoom();
        await room.InitializeAsync();
        return room;
    }

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var file = MenuFiles.Of(WithRecipe("soup", Soup, ("leek", 200), ("egg", 1)), WithRecipe("bread", Bread, ("egg", 1)), MenuFiles.Dish("water", "Water"));
        file["ingredients"] = new JsonArray(
            new JsonObject { ["key"] = "leek", ["name"] = "Leek", ["unit"] = "GRAM" },
            new JsonObject { ["key"] = "egg", ["name"] = "Egg", ["unit"] = "PIECE" });
        await this.ImportAsync(file);
    }

    /// <summary>Takes leek, in grams, and eggs in.</summary>
    internal async Task DeliverAsync(int leek, int eggs)
    {
        foreach (var (id, quantity) in new[] { (Leek, leek), (Egg, eggs) }.Where(delivery => delivery.Item2 > 0))
        {
            Assert.Null((await MoveAsync("receiveDelivery", id, quantity))["errors"]);
        }
    }

    /// <summary>Changes the stock of leek; the payload.</summary>
    internal Task<JsonNode> MoveLeekAsync(string mutation, int quantity, int? version = null) => MoveAsync(mutation, Leek, quantity, version);

    /// <summary>Orders so many of one dish; the payload.</summary>
    internal async Task<JsonNode> OrderAsync(string dish, int quantity = 1) => await this.PlaceAsync(new
    {
        idempotencyKey = Guid.NewGuid(),
        type = "TAKEAWAY",
        lines = new[] { new { dishId = await DishIdAsync(dish), quantity } },
    });

    /// <summary>The id of a dish.</summary>
    internal async Task<string> DishIdAsync(string name)
    {
        var found = await Client.QueryAsync("query($name: String!) { dishes(where: { name: { eq: $name } }) { nodes { id } } }", new { name });
        return found["dishes"]!["nodes"]![0]!["id"]!.GetValue<string>();
    }

    /// <summary>What there is of leek and eggs: on hand and promised, after making sure that the books agree.</summary>
    internal async Task<((int OnHand, int Reserved) Leek, (int OnHand, int Reserved) Eggs)> StockAsync()
    {
        var data = await Client.QueryAsync("{ ingredients(where: { name: { in: [\"Leek\", \"Egg\"] } }, order: [{ id: ASC }]) { nodes { onHand reserved available movements(first: 50) { totalCount nodes { quantity } } } } }");
        var stock = data["ingredients"]!["nodes"]!.AsArray().Select(node =>
        {
            var (onHand, reserved) = (node!["onHand"]!.GetValue<int>(), node["reserved"]!.GetValue<int>());
            Assert.Equal(onHand - reserved, node["available"]!.GetValue<int>());
            Assert.Equal(onHand, node["movements"]!["nodes"]!.AsArray().Sum(movement => movement!["quantity"]!.GetValue<int>()));
            return (onHand, reserved);
        }).ToList();
        return (stock[0], stock[1]);
    }

    private async Task<JsonNode> MoveAsync(string mutation, string id, int quantity, int? version = null)
    {
        object input = version is null
            ? new { idempotencyKey = Guid.NewGuid(), ingredientId = id, quantity }
            : new { idempotencyKey = Guid.NewGuid(), ingredientId = id, quantity, expectedVersion = version };
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        return (await Client.QueryAsync(
            $$"""
            mutation($input: {{type}}!) {
              {{mutation}}(input: $input) {
                ingredient { onHand reserved version }
                errors { __typename ... on Error { message code path } {{(version is null ? "" : "... on VersionConflictError { currentVersion }")}} }
              }
            }
            """,
            new { input }))[mutation]!;
    }

    private static JsonObject WithRecipe(string key, string name, params (string Ingredient, int Quantity)[] recipe)
    {
        var dish = MenuFiles.Dish(key, name);
        dish["recipe"] = new JsonArray([.. recipe.Select(item => new JsonObject { ["ingredient"] = item.Ingredient, ["quantity"] = item.Quantity })]);
        return dish;
    }
}
