using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Inventory;

/// <summary>What comes into the store room, and what is thrown out of it.</summary>
[MutationType]
public static class InventoryMutations
{
    private const int MaxQuantity = 10_000_000;

    /// <summary>Takes a delivery in.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [Errors(typeof(IngredientNotFoundError), typeof(InvalidAmountError))]
    public static Task<Outcome<Ingredient>> ReceiveDelivery(ReceiveDeliveryInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, min: 1, db, ingredient => input.Quantity > int.MaxValue - ingredient.OnHand
            ? InvalidAmountError.Of(input.Quantity, min: 0, int.MaxValue - ingredient.OnHand)
            : ingredient.Receive(input.Quantity, time.GetUtcNow()));

    /// <summary>Throws away what is not promised to an order.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [Errors(typeof(IngredientNotFoundError), typeof(InvalidAmountError), typeof(NotEnoughStockError))]
    public static Task<Outcome<Ingredient>> RecordWaste(RecordWasteInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, min: 1, db, ingredient => input.Quantity > ingredient.Free
            ? NotEnoughStockError.Of(ingredient)
            : ingredient.Waste(input.Quantity, time.GetUtcNow()));

    /// <summary>Makes the books agree with what was counted, which cannot be less than what is promised to orders.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(IngredientNotFoundError), typeof(InvalidAmountError), typeof(NotEnoughStockError), typeof(VersionConflictError))]
    public static Task<Outcome<Ingredient>> CountStock(CountStockInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, min: 0, db, ingredient =>
            ingredient.Version != input.ExpectedVersion ? VersionConflictError.Of(ingredient.Version)
            : input.Quantity < ingredient.Reserved ? NotEnoughStockError.Of(ingredient)
            : ingredient.Count(input.Quantity, time.GetUtcNow()));

    private static async Task<Outcome<Ingredient>> DoAsync(StockInput input, int min, RestaurantDb db, Func<Ingredient, Outcome<Ingredient>> action) =>
        input.Quantity < min || input.Quantity > MaxQuantity ? InvalidAmountError.Of(input.Quantity, min, MaxQuantity)
        : await db.Ingredients.FindAsync(input.IngredientId.Key) is { } ingredient ? action(ingredient)
        : IngredientNotFoundError.Of();
}
