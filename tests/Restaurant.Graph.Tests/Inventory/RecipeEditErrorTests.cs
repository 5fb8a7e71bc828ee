using Restaurant.Graph.Tests.Menu;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>What a manager can do wrong with recipes and ingredients is told with its path, and nothing is changed.</summary>
public sealed class RecipeEditErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const long Nothing = 999_999;

    private static readonly string Ingredient = Ids.Of("Ingredient", 1);

    private static readonly (string Name, string Mutation, object Input)[] Wrong =
    [
        ("NoDish", "setDishRecipe", new { dishId = Ids.Dish(Nothing), expectedVersion = 1, items = Items((Ingredient, 1)) }),
        ("StaleDish", "setDishRecipe", new { dishId = Ids.Dish(90), expectedVersion = 7, items = Items((Ingredient, 1)) }),
        ("Items", "setDishRecipe", new { dishId = Ids.Dish(90), expectedVersion = 1, items = Items((Ingredient, 0), (Ids.Of("Ingredient", Nothing), 100_001)) }),
        ("NoModifier", "setModifierRecipe", new { modifierId = Ids.Modifier(Nothing), items = Items((Ingredient, 1)) }),
        ("ModifierItems", "setModifierRecipe", new { modifierId = Ids.Modifier(1), items = Items((Ingredient, -100_001), (Ids.Of("Ingredient", Nothing), -1)) }),
        ("NewIngredient", "createIngredient", new { key = "brioche-bun", name = "", unit = "GRAM" }),
        ("KeyOfIngredient", "createIngredient", new { key = "Brioche Bun", name = "Bun", unit = "PIECE" }),
        ("NoIngredient", "editIngredient", new { ingredientId = Ids.Of("Ingredient", Nothing), name = "Bun" }),
        ("NameOfIngredient", "editIngredient", new { ingredientId = Ingredient, name = "" }),
    ];

    /// <summary>Their names.</summary>
    public static TheoryData<string> Names => [.. Wrong.Select(wrong => wrong.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_wrong_is_told_with_its_path(string name)
    {
        var (_, mutation, input) = Wrong.Single(wrong => wrong.Name == name);
        var before = await StateAsync();
        Snapshot.Match(await app.Client.SnapshotAsync(MenuEdits.Document(mutation), new { input }), SnapshotNameExtension.Create(name));
        Assert.Equal(before, await StateAsync());
    }

    private static object[] Items(params (string Ingredient, int Quantity)[] items) => [.. items.Select(item => new { ingredientId = item.Ingredient, quantity = item.Quantity })];

    private async Task<string> StateAsync() => (await app.Client.QueryAsync(
        "{ ingredients(first: 50) { nodes { name allergens } } dishes(first: 50) { nodes { version recipe { quantity } modifierGroups { modifiers { recipe { quantity } } } } } }")).ToJsonString();
}
