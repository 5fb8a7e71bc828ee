using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Menu;

/// <summary>Changing dishes for good.</summary>
[MutationType]
public static class DishMutations
{
    /// <summary>Puts a new dish on the menu.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(
        typeof(TextLengthError), typeof(OutOfBoundsError), typeof(InvalidPriceError), typeof(PriceOrSizesError), typeof(InvalidKeyError),
        typeof(KeyTakenError), typeof(InvalidImageUrlError), typeof(InvalidTranslationError), typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<Dish>> CreateDish(CreateDishInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        var check = new DishCheck(db, faults);
        var edit = await check.NewAsync(input);
        if (check.Faults.Count > 0 || check.Parts is not ({ } station, { } taxGroup))
        {
            return check.Faults;
        }

        var dish = Dish.New(input.Key, station, taxGroup, await db.Dishes.NextPositionAsync(), edit, time.GetUtcNow());
        rows.Add(dish);
        return dish;
    }

    /// <summary>Changes what is said of a dish; orders that have it keep the price that they were placed at.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(
        typeof(DishNotFoundError), typeof(VersionConflictError), typeof(TextLengthError), typeof(OutOfBoundsError), typeof(InvalidPriceError),
        typeof(PriceOrSizesError), typeof(InvalidKeyError), typeof(KeyTakenError), typeof(InvalidImageUrlError), typeof(InvalidTranslationError), typeof(MenuPartNotFoundError))]
    public static Task<Outcome<Dish>> EditDish(EditDishInput input, RestaurantDb db, MenuFaults faults, TimeProvider time) =>
        ChangeAsync(input.DishId.Key, input.ExpectedVersion, db, async dish =>
        {
            var check = new DishCheck(db, faults);
            var edit = await check.EditAsync(input, dish);
            return check.Faults.Count > 0 ? check.Faults : dish.Apply(edit).Revise(time.GetUtcNow());
        });

    /// <summary>Takes a dish off the menu for good, and the price rules for it alone; orders that have it keep it.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(DishNotFoundError), typeof(VersionConflictError))]
    public static Task<Outcome<Dish>> RetireDish(RetireDishInput input, RestaurantDb db, TimeProvider time) =>
        ChangeAsync(input.DishId.Key, input.ExpectedVersion, db, async dish =>
        {
            db.RemoveRange(await db.PriceRules.Where(rule => rule.DishId == dish.Id).ToListAsync());
            dish.Retire();
            return dish.Revise(time.GetUtcNow());
        });

    private static async Task<Outcome<Dish>> ChangeAsync(long id, int expectedVersion, RestaurantDb db, Func<Dish, Task<Outcome<Dish>>> change) =>
        await db.Dishes.Include(dish => dish.Sizes).ThenInclude(size => size.Translations).Include(dish => dish.ModifierGroups).Include(dish => dish.Translations).AsSplitQuery()
            .SingleOrDefaultAsync(dish => dish.Id == id && dish.CategoryId != null) is not { } dish ? DishNotFoundError.At(InputPath.Of("dishId"))
        : dish.Version != expectedVersion ? VersionConflictError.Of(dish.Version)
        : await change(dish);
}
