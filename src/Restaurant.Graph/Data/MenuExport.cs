using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Data;

/// <summary>Makes a menu file of what is in the store: what <see cref="MenuImport"/> reads, so that to import it again changes nothing.</summary>
public sealed class MenuExport(RestaurantDb db, Currency currency)
{
    /// <summary>The file; null if there is no menu.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        await db.Database.BeginSnapshotAsync(cancellationToken);
        var file = await ReadAsync(cancellationToken);
        return file.Menus.Count == 0 ? null : JsonSerializer.Serialize(file, FileJson.Of(currency)) + "\n";
    }

    private async Task<MenuFile> ReadAsync(CancellationToken cancellationToken)
    {
        var changes = (await db.ModifierRecipeItems.AsNoTracking().Include(item => item.Ingredient).OrderBy(item => item.Id).ToListAsync(cancellationToken)).ToLookup(item => item.ModifierId);
        var recipes = (await db.RecipeItems.AsNoTracking().Include(item => item.Ingredient).OrderBy(item => item.Id).ToListAsync(cancellationToken)).ToLookup(item => item.DishId);
        var dishes = await db.Dishes.AsNoTrackingWithIdentityResolution()
            .Include(dish => dish.Sizes).ThenInclude(size => size.Translations).Include(dish => dish.Station).Include(dish => dish.TaxGroup).Include(dish => dish.ModifierGroups).Include(dish => dish.Translations).AsSplitQuery()
            .Where(dish => dish.CategoryId != null).OrderBy(dish => dish.Position).ToListAsync(cancellationToken);
        var categories = await db.Categories.AsNoTracking().Include(category => category.Translations).OrderBy(category => category.Position).ToListAsync(cancellationToken);
        return new MenuFile
        {
            TaxGroups = [.. (await db.TaxGroups.AsNoTracking().Where(group => !group.IsRetired).OrderBy(group => group.Id).ToListAsync(cancellationToken))
                .Select(group => new TaxGroupEntry(group.Key, group.Name, group.BasisPoints))],
            Stations = [.. (await db.Stations.AsNoTracking().Where(station => !station.IsRetired).OrderBy(station => station.Position).ToListAsync(cancellationToken))
                .Select(station => new StationEntry(station.Key, station.Name, station.Capacity))],
            ModifierGroups = [.. (await db.ModifierGroups.AsNoTracking().Include(group => group.Translations).Include(group => group.Modifiers).ThenInclude(modifier => modifier.Translations).Include(group => group.Modifiers).ThenInclude(modifier => modifier.Station)
                .AsSplitQuery().OrderBy(group => group.Position).ToListAsync(cancellationToken)).Select(group => Entry(group, changes))],
            Ingredients = [.. (await db.Ingredients.AsNoTracking().OrderBy(ingredient => ingredient.Id).ToListAsync(cancellationToken))
                .Select(Entry)],
            Categories = [.. categories.Select(category => new CategoryEntry(
                category.Key,
                category.Name,
                category.Description,
                [.. dishes.Where(dish => dish.CategoryId == category.Id).Select(dish => Entry(dish, category.Key, recipes[dish.Id]))],
                TranslationEntry.Of(category.Translations)))],
            Menus = [.. (await db.Menus.AsNoTracking().Include(menu => menu.Windows).Include(menu => menu.Categories).Include(menu => menu.Translations).AsSplitQuery().OrderBy(menu => menu.Position).ToListAsync(cancellationToken))
                .Select(menu => new MenuEntry(
                    menu.Key,
                    menu.Name,
                    menu.Description,
                    WindowEntry.Of(menu.Windows),
                    [.. menu.Categories.OrderBy(category => category.Position).ThenBy(category => category.Id).Select(category => category.Key)],
                    TranslationEntry.Of(menu.Translations)))],
            PriceRules = [.. (await db.PriceRules.AsNoTracking().Include(rule => rule.Windows).Include(rule => rule.Category).Include(rule => rule.Dish).Include(rule => rule.Translations).AsSplitQuery().OrderBy(rule => rule.Position).ToListAsync(cancellationToken))
                .Select(rule => new PriceRuleEntry(
                    rule.Key, rule.Name, WindowEntry.Of(rule.Windows), rule.Category?.Key, rule.Dish?.Key, rule.BasisPoints, PriceRule.AmountOf(rule.MinorUnits), TranslationEntry.Of(rule.Translations)))],
            Tables = [.. (await db.Tables.AsNoTracking().Include(table => table.Area).Where(table => !table.IsRetired).OrderBy(table => table.Position).ToListAsync(cancellationToken))
                .Select(table => new TableEntry(table.Code, table.Area?.Name ?? "", table.Seats))],
        };
    }

    // What there is of it now is what another restaurant would begin with.
    private static IngredientEntry Entry(Ingredient ingredient) => new()
    {
        Key = ingredient.Key,
        Name = ingredient.Name,
        Unit = ingredient.Unit,
        Allergens = ingredient.Allergens,
        ReorderPoint = ingredient.ReorderPoint == 0 ? null : ingredient.ReorderPoint,
        OpeningStock = ingredient.OnHand,
    };

    private static ModifierGroupEntry Entry(ModifierGroup group, ILookup<long, ModifierRecipeItem> recipes) => new(
        group.Key,
        group.Name,
        group.MinSelections,
        group.MaxSelections,
        [
            .. group.Modifiers.OrderBy(modifier => modifier.Position).Select(modifier => new ModifierEntry(
                modifier.Key,
                modifier.Name,
                modifier.PriceDelta,
                modifier.IsDefault,
                modifier.Station?.Key,
                modifier.Allergens,
                [.. recipes[modifier.Id].Select(item => new RecipeEntry(item.Ingredient.Key, item.Quantity))],
                TranslationEntry.Of(modifier.Translations))),
        ],
        TranslationEntry.Of(group.Translations));

    private static DishEntry Entry(Dish dish, string category, IEnumerable<RecipeItem> recipe) => new()
    {
        Key = dish.Key,
        Name = dish.Name,
        Description = dish.Description,
        Price = dish.Sizes.Count == 0 ? dish.Price : null,
        Sizes = [.. dish.Sizes.OrderBy(size => size.Position).Select(size => new SizeEntry(size.Key, size.Name, size.Price, size.RecipePercent, TranslationEntry.Of(size.Translations)))],
        Allergens = dish.Allergens,
        DietaryTags = dish.DietaryTags,
        ImageUrl = dish.ImageUrl,
        PreparationMinutes = dish.PreparationMinutes,
        Category = category,
        Station = dish.Station.Key,
        TaxGroup = dish.TaxGroup.Key,
        ModifierGroups = [.. dish.ModifierGroups.OrderBy(group => group.Position).Select(group => group.Key)],
        Translations = TranslationEntry.Of(dish.Translations),
        Recipe = [.. recipe.Select(item => new RecipeEntry(item.Ingredient.Key, item.Quantity))],
    };
}
