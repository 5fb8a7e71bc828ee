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
        new("setReorderPoint", 1, sight => With(sight, id => new { ingredientId = id.Text("id"), reorderPoint = sight.Random.Next(0, 4000) })),
    ];

    // Mostly about what there should be; now and then there is hardly anything, so that dishes are sold out.
    private static int Counted(Sight sight, int onHand) => sight.Likely(20) ? sight.Random.Next(0, 30) : Math.Max(0, onHand + sight.Random.Next(-5, 6));

    private static object? With(Sight sight, Func<JsonNode, object> input) => sight.Any("ingredients") is { } ingredient ? input(ingredient) : null;
}
