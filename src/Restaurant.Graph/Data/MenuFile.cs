using System.Text.Json;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Data;

/// <summary>A menu file, in the format of <c>docs/menu-format.md</c>.</summary>
internal sealed record MenuFile
{
    public required IReadOnlyList<TaxGroupEntry> TaxGroups { get; init; }

    public required IReadOnlyList<StationEntry> Stations { get; init; }

    public required IReadOnlyList<ModifierGroupEntry> ModifierGroups { get; init; }

    [MayBeLeftOut]
    public required IReadOnlyList<IngredientEntry> Ingredients { get; init; }

    public required IReadOnlyList<CategoryEntry> Categories { get; init; }

    public required IReadOnlyList<MenuEntry> Menus { get; init; }

    [MayBeLeftOut]
    public required IReadOnlyList<PriceRuleEntry> PriceRules { get; init; }

    public required IReadOnlyList<TableEntry> Tables { get; init; }

    /// <summary>Reads a file whole; with faults it is good for nothing.</summary>
    public static (MenuFile? File, IReadOnlyList<JsonFault> Faults) Read(Stream json, Currency currency)
    {
        var faults = new List<JsonFault>();
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, [new JsonFault("$", "has to be an object")]);
            }

            var root = new JsonPart(document.RootElement, "$", faults);
            var file = new MenuFileReader(currency).Read(root);
            root.End();
            return (faults.Count == 0 ? file : null, faults);
        }
        catch (JsonException exception)
        {
            return (null, [new JsonFault($"line {exception.LineNumber + 1}", "is not JSON: " + exception.Message.Split([" LineNumber", " Change the reader"], StringSplitOptions.None)[0])]);
        }
        catch (InvalidOperationException)
        {
            return (null, [new JsonFault("$", "has names or text that are not Unicode")]);
        }
    }
}
