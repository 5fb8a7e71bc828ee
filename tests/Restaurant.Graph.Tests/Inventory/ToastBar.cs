using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>A restaurant that makes cheese on toast: with more cheese, with none, with an egg on it.</summary>
public sealed class ToastBar : RestaurantApp
{
    /// <summary>The modifiers.</summary>
    internal const string ExtraCheese = "Extra cheese";
    internal const string NoCheese = "No cheese";
    internal const string Egg = "Egg";
    internal const string Sesame = "Sesame";

    private const string Toast = "Toast";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>Creates one with the usual settings.</summary>
    public ToastBar()
        : base(AlwaysOpen)
    {
    }

    private ToastBar(string[] settings)
        : base([AlwaysOpen, .. settings])
    {
    }

    /// <summary>Opens one.</summary>
    public static new async Task<ToastBar> OpenAsync(params string[] settings)
    {
        var bar = new ToastBar(settings);
        await bar.InitializeAsync();
        return bar;
    }

    /// <summary>The id of the dish.</summary>
    internal string DishId => _ids[Toast];

    /// <summary>What it imports when it opens.</summary>
    internal static JsonNode Menu()
    {
        var toast = MenuFiles.Dish("toast", Toast);
        toast["allergens"] = new JsonArray("MUSTARD");
        toast["modifierGroups"] = new JsonArray("extras");
        toast["recipe"] = Recipe(("bread", 2), ("cheese", 30));
        var file = MenuFiles.Of(toast);
        file["ingredients"] = new JsonArray(
            Ingredient("bread", "Bread", "PIECE", "GLUTEN"), Ingredient("cheese", "Cheese", "GRAM", "MILK"), Ingredient("fried-egg", "Fried egg", "PIECE", "EGGS"));
        file["modifierGroups"] = new JsonArray(new JsonObject
        {
            ["key"] = "extras",
            ["name"] = "Anything else?",
            ["minSelections"] = 0,
            ["maxSelections"] = 4,
            ["modifiers"] = new JsonArray(
                Modifier("extra-cheese", ExtraCheese, [], ("cheese", 30)),
                Modifier("no-cheese", NoCheese, [], ("cheese", -100)),
                Modifier("egg", Egg, [], ("fried-egg", 1)),
                Modifier("sesame", Sesame, ["SESAME"])),
        });
        return file;
    }

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await this.ImportAsync(Menu());
        var found = await Client.QueryAsync(
            """
            {
              dishes { nodes { id name modifierGroups { modifiers { id name } } } }
              ingredients(where: { name: { in: ["Bread", "Cheese", "Fried egg"] } }) { nodes { id name } }
            }
            """);
        var dish = Assert.Single(found["dishes"]!["nodes"]!.AsArray())!;
        foreach (var named in found["ingredients"]!["nodes"]!.AsArray().Concat(dish["modifierGroups"]![0]!["modifiers"]!.AsArray()).Append(dish))
        {
            _ids.Add(named!["name"]!.GetValue<string>(), named["id"]!.GetValue<string>());
        }
    }

    /// <summary>The id of an ingredient or a modifier.</summary>
    internal string IdOf(string name) => _ids[name];

    /// <summary>Takes a delivery in.</summary>
    internal async Task DeliverAsync(string ingredient, int quantity)
    {
        var input = new { idempotencyKey = Guid.NewGuid(), ingredientId = _ids[ingredient], quantity };
        var data = await Client.QueryAsync(
            "mutation($input: ReceiveDeliveryInput!) { receiveDelivery(input: $input) { errors { ... on Error { message } } } }", new { input });
        Assert.Null(data["receiveDelivery"]!["errors"]);
    }

    /// <summary>A line of an order.</summary>
    internal object Line(string[] modifiers, int quantity = 1, string[]? acknowledged = null) =>
        new { dishId = DishId, quantity, modifierIds = modifiers.Select(IdOf), acknowledgedAllergens = acknowledged };

    /// <summary>Orders one toast; the payload.</summary>
    internal Task<JsonNode> OrderAsync(params string[] modifiers) =>
        this.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines = new[] { Line(modifiers) } });

    /// <summary>What the menu tells of the dish.</summary>
    internal async Task<string> DishAsync(GraphQLClient? client = null) => (await (client ?? Client).QueryAsync(
        "query($id: ID!) { dishById(id: $id) { isAvailable isMarkedUnavailable isSoldOut portionsLeft missingIngredients { name } } }", new { id = DishId }))["dishById"]!.ToJsonString();

    /// <summary>What there is: on hand and promised, after making sure that the books agree.</summary>
    internal async Task<(int OnHand, int Reserved)> StockAsync(string ingredient)
    {
        var data = await Client.QueryAsync(
            """
            query($id: ID!, $after: String) {
              node(id: $id) { ... on Ingredient { onHand reserved } }
              stockMovements(first: 50, after: $after, where: { ingredient: { id: { eq: $id } } }) { totalCount nodes { quantity } }
            }
            """,
            new { id = _ids[ingredient] });
        var movements = data["stockMovements"]!["nodes"]!.AsArray();
        Assert.Equal(data["stockMovements"]!["totalCount"]!.GetValue<int>(), movements.Count);
        var onHand = data["node"]!["onHand"]!.GetValue<int>();
        Assert.Equal(onHand, movements.Sum(movement => movement!["quantity"]!.GetValue<int>()));
        return (onHand, data["node"]!["reserved"]!.GetValue<int>());
    }

    private static JsonObject Ingredient(string key, string name, string unit, string allergen) =>
        new() { ["key"] = key, ["name"] = name, ["unit"] = unit, ["allergens"] = new JsonArray(allergen) };

    private static JsonObject Modifier(string key, string name, string[] allergens, params (string Ingredient, int Quantity)[] recipe) => new()
    {
        ["key"] = key,
        ["name"] = name,
        ["priceDelta"] = 0,
        ["allergens"] = new JsonArray([.. allergens.Select(allergen => JsonValue.Create(allergen))]),
        ["recipe"] = Recipe(recipe),
    };

    private static JsonArray Recipe(params (string Ingredient, int Quantity)[] items) =>
        new([.. items.Select(item => new JsonObject { ["ingredient"] = item.Ingredient, ["quantity"] = item.Quantity })]);
}
