using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>A manager sees to it that there is enough of everything, and what does not keep is thrown away.</summary>
internal sealed class StoreRoom(Night night)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>The evening, until the last guest has left.</summary>
    public async IAsyncEnumerable<TimeSpan> LiveAsync()
    {
        while (night.IsOn)
        {
            foreach (var low in (await night.Team.Manager.AskAsync("{ lowStock(first: 50) { nodes { id reorderPoint } } }"))["lowStock"]!.List("nodes"))
            {
                await BookAsync("receiveDelivery", low, low.Number("reorderPoint") * 3);
            }

            var ingredients = (await night.Team.Manager.AskAsync("{ ingredients(first: 50) { nodes { id available } } }"))["ingredients"]!.List("nodes");
            if (ingredients.Count > 0 && night.Chance.Happens(40) && night.Chance.One(ingredients) is var old && old.Number("available") > 0)
            {
                await BookAsync("recordWaste", old, Math.Min(old.Number("available"), night.Chance.Between(1, 20)), night.Chance.One(["SPOILED", "DAMAGED", "OVERPRODUCED"]));
            }

            yield return Rest;
        }
    }

    private Task BookAsync(string mutation, JsonNode ingredient, int quantity, string? reason = null)
    {
        var input = new JsonObject { ["idempotencyKey"] = night.Chance.Key(), ["ingredientId"] = ingredient.Text("id"), ["quantity"] = quantity };
        if (reason is not null)
        {
            input["reason"] = reason;
        }

        return night.Team.Manager.DoAsync(mutation, input, "ingredient { id }");
    }
}
