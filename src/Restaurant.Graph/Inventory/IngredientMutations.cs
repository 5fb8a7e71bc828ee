using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Inventory;

/// <summary>Changing what is kept in the store room.</summary>
[MutationType]
public static class IngredientMutations
{
    /// <summary>Gives something new a place in the store room; what there is of it comes with a delivery.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(TextLengthError), typeof(InvalidKeyError), typeof(KeyTakenError))]
    public static async Task<Outcome<Ingredient>> CreateIngredient(CreateIngredientInput input, RestaurantDb db, NewRows rows, MenuFaults faults)
    {
        faults.Key(input.Key, await db.Ingredients.AnyAsync(known => known.Key == input.Key), nameof(input.Key));
        faults.Text(input.Name, MenuBounds.Name, nameof(input.Name));
        if (faults.All.Count > 0)
        {
            return faults.All;
        }

        var created = Ingredient.New(input);
        rows.Add(created);
        return created;
    }

    /// <summary>Changes what is said of an ingredient. Its allergens are those of every plate that it is on from now on.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(IngredientNotFoundError), typeof(TextLengthError))]
    public static async Task<Outcome<Ingredient>> EditIngredient(EditIngredientInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        faults.Text(input.Name, MenuBounds.Name, nameof(input.Name));
        if (faults.All.Count > 0)
        {
            return faults.All;
        }

        if (await db.Ingredients.FindAsync(input.IngredientId.Key) is not { } ingredient)
        {
            return IngredientNotFoundError.Of();
        }

        // What is in it may be in many dishes.
        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return ingredient.Edit(input);
    }
}
