using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What people do in the store room.</summary>
internal static class StockDeeds
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        new("receiveDelivery", 3, sight => With(sight, id => new { idempotencyKey = sight.Key(), ingredientId = id.Text("id"), quantity = sight.Random.Next(0, 500) })),
        new("recordWaste", 3, sight => With(sight, id => new
        {
            idempotencyKey = sight.Key(), ingredientId = id.Text("id"), quantity = sight.Random.Next(0, 50), reason = sight.One("SPOILED", "DAMAGED"), note = "The fridge",
        })),
        new("countStock", 3, sight => With(sight, id => new
        {
            idempotencyKey = sight.Key(), ingredientId = id.Text("id"), expectedVersion = id.Number("version"), quantity = Counted(sight, id.Number("onHand")),
        })),
        new("createIngredient", 1, sight => new { key = $"new-{sight.Key():N}", name = "Something new", unit = sight.One("GRAM", "MILLILITER", "PIECE"), allergens = sight.Allergens() }),
        new("editIngredient", 1, sight => With(sight, id => new { ingredientId = id.Text("id"), allergens = sight.Allergens() })),
        new("setDishRecipe", 2, sight => Recipe(sight)),
        new("setModifierRecipe", 2, sight => new { modifierId = sight.One(sight.One(MenuDeeds.Groups(sight)).Modifiers).Id, items = Items(sight, -3) }),
        new("setReorderPoint", 1, sight => With(sight, id => new { ingredientId = id.Text("id"), reorderPoint = sight.Random.Next(0, 4000) })),
    ];

    // Mostly about what there should be; now and then there is hardly anything, so that dishes are sold out.
    private static int Counted(Sight sight, int onHand) => sight.Likely(20) ? sight.Random.Next(0, 30) : Math.Max(0, onHand + sight.Random.Next(-5, 6));

    private static object? Recipe(Sight sight) =>
        sight.Any("dishes") is { } last ? new { dishId = last.Text("id"), expectedVersion = last.Number("version"), items = Items(sight, 1) } : null;

    private static object[] Items(Sight sight, int min) =>
        [.. Enumerable.Range(0, sight.Random.Next(0, 4)).Select(_ => new { ingredientId = sight.Any("ingredients")!.Text("id"), quantity = sight.Random.Next(min, 20) })];

    private static object? With(Sight sight, Func<JsonNode, object> input) => sight.Any("ingredients") is { } ingredient ? input(ingredient) : null;
}
