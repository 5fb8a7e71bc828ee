using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What dishes and modifiers take: what the file of the seed says, and what managers have said since, by the keys of the store.</summary>
internal sealed class CookBook
{
    private static readonly JsonNode Seed = MenuFiles.Seed();

    private static readonly string[] Ingredients = [.. Seed["ingredients"]!.AsArray().Select(item => item!.Text("key"))];

    private static readonly (long Ingredient, int Quantity)[][] SeedDishes = [.. Seed["categories"]!.AsArray().SelectMany(category => category!["dishes"]!.AsArray()).Select(Recipe)];

    private static readonly (long Ingredient, int Quantity)[][] SeedModifiers = [.. Seed["modifierGroups"]!.AsArray().SelectMany(group => group!["modifiers"]!.AsArray()).Select(Recipe)];

    private readonly Dictionary<long, (long Ingredient, int Quantity)[]> _dishes = ByKey(SeedDishes);
    private readonly Dictionary<long, (long Ingredient, int Quantity)[]> _modifiers = ByKey(SeedModifiers);

    /// <summary>Whether a dish of the seed takes anything.</summary>
    public static bool HasRecipe(long dish) => SeedDishes[dish - 1].Length > 0;

    /// <summary>Notes a recipe.</summary>
    public void Note(JsonObject input)
    {
        var (of, key) = input["dishId"] is { } dish ? (_dishes, dish) : (_modifiers, input["modifierId"]!);
        of[Account.KeyOf(key.GetValue<string>())] = [.. input["items"]!.AsArray().Select(item => (Account.KeyOf(item!.Text("ingredientId")), item!.Number("quantity")))];
    }

    /// <summary>What so many plates take: of each ingredient what the dish and its modifiers say, no less than nothing, rounded up for a size.</summary>
    public Dictionary<long, int> Takes(long dish, IEnumerable<long> modifiers, int percent, int quantity) => _dishes[dish]
        .Concat(modifiers.SelectMany(modifier => _modifiers[modifier]))
        .GroupBy(item => item.Ingredient, item => item.Quantity)
        .ToDictionary(item => item.Key, item => (int)Math.Ceiling(Math.Max(0, item.Sum()) * percent / 100m) * quantity);

    private static (long Ingredient, int Quantity)[] Recipe(JsonNode? of) =>
        [.. (of!["recipe"]?.AsArray() ?? []).Select(item => ((long)Array.IndexOf(Ingredients, item!.Text("ingredient")) + 1, item!.Number("quantity")))];

    private static Dictionary<long, (long Ingredient, int Quantity)[]> ByKey((long Ingredient, int Quantity)[][] recipes) =>
        recipes.Index().ToDictionary(recipe => recipe.Index + 1L, recipe => recipe.Item);
}
