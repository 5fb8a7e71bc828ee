using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What the dishes of the seed take, as its file says, by the keys that a new database gives them.</summary>
internal static class CookBook
{
    private static readonly JsonNode Seed = MenuFiles.Seed();

    private static readonly string[] Ingredients = [.. Seed["ingredients"]!.AsArray().Select(item => item!.Text("key"))];

    private static readonly (long Ingredient, int Quantity)[][] Dishes = [.. Seed["categories"]!.AsArray().SelectMany(category => category!["dishes"]!.AsArray()).Select(Recipe)];

    private static readonly (long Ingredient, int Quantity)[][] Modifiers = [.. Seed["modifierGroups"]!.AsArray().SelectMany(group => group!["modifiers"]!.AsArray()).Select(Recipe)];

    /// <summary>Whether a dish takes anything.</summary>
    public static bool HasRecipe(long dish) => dish <= Dishes.Length && Dishes[dish - 1].Length > 0;

    /// <summary>What so many plates take: of each ingredient what the dish and its modifiers say, no less than nothing, rounded up for a size.</summary>
    public static Dictionary<long, int> Takes(long dish, IEnumerable<long> modifiers, int percent, int quantity)
    {
        var takes = new Dictionary<long, int>();
        foreach (var (ingredient, amount) in dish <= Dishes.Length ? Dishes[dish - 1].Concat(modifiers.SelectMany(modifier => Modifiers[modifier - 1])) : [])
        {
            takes[ingredient] = takes.GetValueOrDefault(ingredient) + amount;
        }

        return takes.ToDictionary(item => item.Key, item => (int)Math.Ceiling(Math.Max(0, item.Value) * percent / 100m) * quantity);
    }

    private static (long Ingredient, int Quantity)[] Recipe(JsonNode? of) =>
        [.. (of!["recipe"]?.AsArray() ?? []).Select(item => ((long)Array.IndexOf(Ingredients, item!.Text("ingredient")) + 1, item!.Number("quantity")))];
}
