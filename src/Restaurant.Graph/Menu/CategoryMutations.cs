using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Menu;

/// <summary>Changing the parts of menus.</summary>
[MutationType]
public static class CategoryMutations
{
    /// <summary>Adds a part to menus, as the last.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(TextLengthError), typeof(InvalidKeyError), typeof(KeyTakenError), typeof(InvalidTranslationError), typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<Category>> CreateCategory(
        CreateCategoryInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        var isTaken = await db.Categories.AnyAsync(category => category.Key == input.Key);
        faults.Key(input.Key, isTaken, nameof(input.Key));
        var edit = await CheckAsync(input, input.Name, db, faults);
        if (faults.All.Count > 0)
        {
            return faults.All;
        }

        var created = Category.New(input.Key, await db.Categories.NextPositionAsync()).Apply(edit);
        rows.Add(created);
        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return created;
    }

    /// <summary>Changes what is said of a part of menus, and on which it stands.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(TextLengthError), typeof(InvalidTranslationError), typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<Category>> EditCategory(EditCategoryInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        var category = faults.Found(
            await db.Categories.Include(found => found.Menus).Include(found => found.Translations).AsSplitQuery().SingleOrDefaultAsync(found => found.Id == input.CategoryId.Key),
            "category",
            nameof(input.CategoryId));
        var edit = await CheckAsync(input, input.Name, db, faults);
        if (category is null || faults.All.Count > 0)
        {
            return faults.All;
        }

        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return category.Apply(edit);
    }

    private static async Task<CategoryEdit> CheckAsync(CategoryInput input, string? name, RestaurantDb db, MenuFaults faults)
    {
        faults.Text(name, MenuBounds.Name, nameof(name));
        faults.Text(input.Description, MenuBounds.Description, nameof(input.Description));
        return new CategoryEdit
        {
            Name = name,
            Description = input.Description,
            Menus = await faults.AllFoundAsync(input.MenuIds?.Select(static id => id.Key), db.Menus, "menu", nameof(input.MenuIds)),
            Translations = faults.Translations(input.Translations),
        };
    }
}
