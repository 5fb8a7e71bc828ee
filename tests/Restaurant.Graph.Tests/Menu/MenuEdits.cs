using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>What managers do with the menu.</summary>
internal static class MenuEdits
{
    private const string Dish = """
        dish {
          id name description version isAvailable imageUrl allergens dietaryTags preparationMinutes price { amount } sizes { id key name recipePercent price { amount } }
          category { name } station { name } taxGroup { name } modifierGroups { name }
        }
        """;

    private const string Menu = "menu { id name description windows { day opens closes } categories { name } translations { language name description } }";

    private const string PriceRule =
        "priceRule { id name percent amount { amount } category { name } dish { name } windows { day opens closes } translations { language name } }";

    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
    {
        ["createDish"] = Dish,
        ["editDish"] = Dish,
        ["retireDish"] = Dish,
        ["createCategory"] = "category { id name description menus { name } }",
        ["editCategory"] = "category { id name description menus { name } }",
        ["createMenu"] = Menu,
        ["editMenu"] = Menu,
        ["createPriceRule"] = PriceRule,
        ["editPriceRule"] = PriceRule,
        ["editModifierGroup"] = "modifierGroup { id name minSelections maxSelections }",
        ["createModifierGroup"] = "modifierGroup { id name minSelections maxSelections modifiers { id name isDefault allergens priceDelta { amount } station { name } } }",
        ["createModifier"] = "modifier { id name isDefault allergens priceDelta { amount } station { name } }",
        ["retireModifier"] = "modifierGroup { id name minSelections maxSelections modifiers { name } }",
        ["setDishRecipe"] = "dish { id version isAvailable portionsLeft recipe { quantity ingredient { name unit allergens } } }",
        ["setModifierRecipe"] = "modifier { id name isAvailable recipe { quantity ingredient { name } } }",
        ["createIngredient"] = "ingredient { id name unit allergens onHand }",
        ["editIngredient"] = "ingredient { id name unit allergens onHand }",
        ["editModifier"] = "modifier { id name isDefault allergens priceDelta { amount } }",
    };

    /// <summary>A mutation with all that it can answer.</summary>
    public static string Document(string mutation) => $$"""
        mutation($input: {{Documents.InputOf(mutation)}}!) {
          {{mutation}}(input: $input) {
            {{Subjects[mutation]}}
            errors { __typename ... on Error { code message path } }
          }
        }
        """;

    /// <summary>Does it, whatever comes of it; the payload.</summary>
    public static async Task<JsonNode> TryEditAsync(this RestaurantApp app, string mutation, object input) =>
        (await app.Client.QueryAsync(Document(mutation), new { input }))[mutation]!;

    /// <summary>Does what has to succeed; the subject.</summary>
    public static async Task<JsonNode> EditAsync(this RestaurantApp app, string mutation, object input)
    {
        var payload = await app.TryEditAsync(mutation, input);
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload.AsObject().First(field => field.Key != "errors").Value!;
    }
}
