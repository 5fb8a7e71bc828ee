using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Data;

/// <summary>Finds the dishes that are changed by what a context is about to store of them: themselves, their sizes, choices and translations.</summary>
internal static class ChangedDishes
{
    /// <summary>Those that are stored already.</summary>
    public static IReadOnlyList<Dish> Of(DbContext db)
    {
        var sizes = db.ChangeTracker.Entries<DishSize>().Where(static size => size.State != EntityState.Added).ToDictionary(static size => size.Entity.Id, static size => DishOf(size));
        var changed = db.ChangeTracker.Entries()
            .Where(static entry => entry.State != EntityState.Unchanged)
            .Select(entry => entry.Entity is Dish dish ? dish.Id : DishOf(entry) ?? (SizeOf(entry) is { } size ? sizes.GetValueOrDefault(size) : null))
            .ToHashSet();
        return [.. db.ChangeTracker.Entries<Dish>().Where(dish => dish.State != EntityState.Added && changed.Contains(dish.Entity.Id)).Select(static dish => dish.Entity)];
    }

    private static long? DishOf(EntityEntry entry) => Original(entry, nameof(Translation.DishId));

    private static long? SizeOf(EntityEntry entry) => Original(entry, nameof(Translation.DishSizeId));

    // As it was stored: what is taken away belongs to nothing any more.
    private static long? Original(EntityEntry entry, string key) => entry.Metadata.FindProperty(key) is { } property ? (long?)entry.OriginalValues[property] : null;
}
