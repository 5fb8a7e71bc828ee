using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Data;

/// <summary>Brings a menu file into the store: what has a known key is updated, what is new is added, what is missing is retired.</summary>
public sealed class MenuImport(RestaurantDb db, Currency currency, EventSignal signal, TimeProvider time)
{
    /// <summary>Imports a file whole, or not at all.</summary>
    /// <returns>How many dishes the menu now has, and the faults that kept it from being imported.</returns>
    public async Task<(int Dishes, IReadOnlyList<JsonFault> Faults)> RunAsync(Stream json, CancellationToken cancellationToken)
    {
        var (file, faults) = MenuFile.Read(json, currency);
        if (file is null)
        {
            return (0, faults);
        }

        await using var transaction = await db.Database.BeginTurnAsync(cancellationToken);
        if (await TablesInUse.FaultsAsync(db, file, time.GetUtcNow(), cancellationToken) is { Count: > 0 } inUse)
        {
            return (0, inUse);
        }

        await StoreAsync(file, cancellationToken);
        db.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Pulse();
        return (file.Categories.Sum(category => category.Dishes.Count), []);
    }

    private async Task StoreAsync(MenuFile file, CancellationToken cancellationToken)
    {
        var taxGroups = await MergeAsync(db.TaxGroups, group => group.Key, file.TaxGroups, entry => entry.Key,
            (known, entry, _) => (known ?? new TaxGroup { Key = entry.Key }).Update(entry), static group => group.Retire(), cancellationToken);
        var stations = await MergeAsync(db.Stations, station => station.Key, file.Stations, entry => entry.Key,
            (known, entry, position) => (known ?? new Station { Key = entry.Key }).Update(entry, position), static station => station.Retire(), cancellationToken);
        var groups = await MergeAsync(
            db.ModifierGroups.Include(group => group.Modifiers).ThenInclude(modifier => modifier.Translations).Include(group => group.Translations).AsSplitQuery(),
            group => group.Key,
            file.ModifierGroups,
            entry => entry.Key,
            (known, entry, position) => (known ?? new ModifierGroup { Key = entry.Key }).Update(entry, stations, position),
            retire: null,
            cancellationToken);
        var categories = await MergeAsync(db.Categories.Include(category => category.Translations), category => category.Key, file.Categories, entry => entry.Key,
            (known, entry, position) => (known ?? new Category { Key = entry.Key }).Update(entry, position), retire: null, cancellationToken);
        var areas = await MergeAsync(db.Areas, area => area.Name, [.. file.Tables.Select(table => table.Area).Distinct(StringComparer.Ordinal)], name => name,
            (known, name, position) => (known ?? new Area { Name = name }).At(position), retire: null, cancellationToken);
        await MergeAsync(db.Tables, table => table.Code, file.Tables, entry => entry.Code,
            (known, entry, position) => (known ?? new DiningTable { Code = entry.Code, Pass = TableCode.New() }).Update(entry, areas[entry.Area], position), static table => table.Retire(), cancellationToken);

        var ingredients = await MergeAsync(db.Ingredients, ingredient => ingredient.Key, file.Ingredients, entry => entry.Key,
            (known, entry, _) => (known?.SetReorderPoint(entry.ReorderPoint ?? known.ReorderPoint, time.GetUtcNow()) ?? new Ingredient { Key = entry.Key }.Open(entry.OpeningStock, time.GetUtcNow())).Update(entry), retire: null, cancellationToken);

        // Stored now, so that what follows can refer to them by key.
        await SaveAsync(cancellationToken);
        var parts = new MenuParts(categories, stations, taxGroups, groups);
        var dishes = await MergeAsync(
            db.Dishes.Include(dish => dish.ModifierGroups).Include(dish => dish.Sizes).ThenInclude(size => size.Translations).Include(dish => dish.Translations).AsSplitQuery(),
            dish => dish.Key,
            [.. file.Categories.SelectMany(category => category.Dishes)],
            entry => entry.Key,
            (known, entry, position) => (known ?? New(entry, parts)).Update(entry, parts, position),
            static dish => dish.Retire(),
            cancellationToken);
        foreach (var dish in ChangedDishes.Of(db))
        {
            dish.Revise();
        }

        await StoreRecipesAsync(file, dishes, groups, new RecipeImport(db, ingredients), cancellationToken);
        await MergeAsync(
            db.Menus.Include(menu => menu.Windows).Include(menu => menu.Categories).Include(menu => menu.Translations).AsSplitQuery(),
            menu => menu.Key,
            file.Menus,
            entry => entry.Key,
            (known, entry, position) => (known ?? new DaypartMenu { Key = entry.Key })
                .Update(entry, entry.Categories.Select(key => categories[key]), position),
            menu => db.Remove(menu),
            cancellationToken);
        await SaveAsync(cancellationToken);
        await MergeAsync(
            db.PriceRules.Include(rule => rule.Windows).Include(rule => rule.Translations).AsSplitQuery(),
            rule => rule.Key,
            file.PriceRules,
            entry => entry.Key,
            (known, entry, position) => (known ?? new PriceRule { Key = entry.Key })
                .Update(entry, entry.Category is null ? null : categories[entry.Category].Id, entry.Dish is null ? null : dishes[entry.Dish].Id, position),
            rule => db.Remove(rule),
            cancellationToken);
        await SaveAsync(cancellationToken);

        await RemoveUnusedAsync(file, areas.Keys, cancellationToken);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        OrphanedTranslations.RemoveFrom(db);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task StoreRecipesAsync(
        MenuFile file, Dictionary<string, Dish> dishes, Dictionary<string, ModifierGroup> groups, RecipeImport recipes, CancellationToken cancellationToken)
    {
        await recipes.ClearAsync(cancellationToken);
        foreach (var entry in file.Categories.SelectMany(category => category.Dishes))
        {
            recipes.Add(dishes[entry.Key], entry.Recipe);
        }

        foreach (var (group, entry) in file.ModifierGroups.SelectMany(group => group.Modifiers, (group, entry) => (group, entry)))
        {
            recipes.Add(groups[group.Key].Modifiers.Single(modifier => string.Equals(modifier.Key, entry.Key, StringComparison.Ordinal)), entry.Recipe);
        }
    }

    // No dish stands in these categories any more or has these choices, and no table stands in these areas.
    private async Task RemoveUnusedAsync(MenuFile file, IReadOnlyCollection<string> areas, CancellationToken cancellationToken)
    {
        string[] categories = [.. file.Categories.Select(category => category.Key)];
        await db.Categories.Where(category => !categories.Contains(category.Key)).ExecuteDeleteAsync(cancellationToken);
        string[] groups = [.. file.ModifierGroups.Select(group => group.Key)];
        await db.ModifierGroups.Where(group => !groups.Contains(group.Key)).ExecuteDeleteAsync(cancellationToken);
        await db.Areas.Where(area => !areas.Contains(area.Name)).ExecuteDeleteAsync(cancellationToken);
    }

    private static Dish New(DishEntry entry, MenuParts parts) => new()
    {
        Key = entry.Key,
        Station = parts.Stations[entry.Station],
        TaxGroup = parts.TaxGroups[entry.TaxGroup],
    };

    private async Task<Dictionary<string, TRow>> MergeAsync<TRow, TEntry>(
        IQueryable<TRow> rows,
        Func<TRow, string> keyOf,
        IReadOnlyList<TEntry> entries,
        Func<TEntry, string> keyOfEntry,
        Func<TRow?, TEntry, int, TRow> update,
        Action<TRow>? retire,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var known = await rows.ToDictionaryAsync(keyOf, StringComparer.Ordinal, cancellationToken);
        var merged = new Dictionary<string, TRow>(StringComparer.Ordinal);
        foreach (var (position, entry) in entries.Index())
        {
            var existing = known.GetValueOrDefault(keyOfEntry(entry));
            var row = update(existing, entry, position);
            merged.Add(keyOfEntry(entry), row);
            if (existing is null)
            {
                db.Add(row);
            }
        }

        foreach (var missing in known.Where(row => !merged.ContainsKey(row.Key)))
        {
            retire?.Invoke(missing.Value);
        }

        return merged;
    }
}
