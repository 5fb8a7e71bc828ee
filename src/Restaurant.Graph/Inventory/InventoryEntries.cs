namespace Restaurant.Graph.Inventory;

/// <summary>An ingredient of a menu file.</summary>
internal sealed record IngredientEntry(string Key, string Name, StockUnit Unit);
