using System.Text.Json.Serialization;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Import;

namespace Restaurant.Graph.Inventory;

/// <summary>An ingredient of a menu file.</summary>
internal sealed record IngredientEntry
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required StockUnit Unit { get; init; }

    [MayBeLeftOut]
    public required IReadOnlyList<Allergen> Allergens { get; init; }

    /// <summary>When it is to be ordered anew; null where the file leaves that as it is.</summary>
    public required int? ReorderPoint { get; init; }

    /// <summary>How much there is of it when it is first heard of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required int OpeningStock { get; init; }

    /// <summary>Reads an ingredient.</summary>
    public static IngredientEntry Read(JsonPart part, MenuKeys keys) => new()
    {
        Key = keys.Key(part, "ingredients"),
        Name = part.Text("name", 1, 100),
        Unit = part.Constant<StockUnit>("unit", "GRAM, MILLILITER or PIECE"),
        Allergens = part.Has("allergens") ? part.Constants<Allergen>("allergens", "one of the fourteen allergens") : [],
        ReorderPoint = part.Has("reorderPoint") ? part.Int("reorderPoint", 0, StockInput.MaxQuantity) : null,
        OpeningStock = part.Has("openingStock") ? part.Int("openingStock", 0, StockInput.MaxQuantity) : 0,
    };
}
