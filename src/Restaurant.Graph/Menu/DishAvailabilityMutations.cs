using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Menu;

/// <summary>Taking dishes off for now, and putting them back.</summary>
[MutationType]
public static class DishAvailabilityMutations
{
    /// <summary>Takes a dish off for now ("86"): it stays on the menu and cannot be ordered.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [Errors(typeof(DishNotFoundError))]
    public static Task<Outcome<Dish>> MarkDishUnavailable(MarkDishUnavailableInput input, RestaurantDb db, TimeProvider time) =>
        SetAvailableAsync(input.DishId.Key, false, db, time);

    /// <summary>Puts a dish back that was taken off.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [Errors(typeof(DishNotFoundError))]
    public static Task<Outcome<Dish>> MarkDishAvailable(MarkDishAvailableInput input, RestaurantDb db, TimeProvider time) =>
        SetAvailableAsync(input.DishId.Key, true, db, time);

    private static async Task<Outcome<Dish>> SetAvailableAsync(long id, bool isAvailable, RestaurantDb db, TimeProvider time)
    {
        // A dish that has left the menu cannot come back this way, so it is as good as unknown.
        if (await db.Dishes.FindAsync(id) is not { CategoryId: not null } dish)
        {
            return DishNotFoundError.At(InputPath.Of(nameof(MarkDishAvailableInput.DishId)));
        }

        dish.SetAvailable(isAvailable, time.GetUtcNow());
        return dish;
    }
}
