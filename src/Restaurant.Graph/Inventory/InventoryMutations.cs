using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Inventory;

/// <summary>What comes into the store room, and what is thrown out of it.</summary>
[MutationType]
public static class InventoryMutations
{
    /// <summary>Takes a delivery in.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [Errors(typeof(IngredientNotFoundError), typeof(InvalidAmountError))]
    public static Task<Outcome<Ingredient>> ReceiveDelivery(ReceiveDeliveryInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, min: 1, db, ingredient => input.Quantity > int.MaxValue - ingredient.OnHand
            ? InvalidAmountError.Of(input.Quantity, min: 0, int.MaxValue - ingredient.OnHand)
            : ingredient.Receive(input.Quantity, time.GetUtcNow()));

    /// <summary>Throws away what is not promised to an order.</summary>
    [Authorize(Roles = Roles.Kitchen)]
    [Errors(typeof(IngredientNotFoundError), typeof(InvalidAmountError), typeof(NotEnoughStockError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Ingredient>> RecordWaste(RecordWasteInput input, RestaurantDb db, TimeProvider time) =>
        Note.TooLong(input.Note, nameof(input.Note)) is { } fault ? fault
        : await DoAsync(input, min: 1, db, ingredient => input.Quantity > ingredient.Free
            ? NotEnoughStockError.Of(ingredient)
            : ingredient.Waste(input.Quantity, input.Reason, input.Note, time.GetUtcNow()));

    /// <summary>Makes the books agree with what was counted, which cannot be less than what is promised to orders.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(IngredientNotFoundError), typeof(InvalidAmountError), typeof(NotEnoughStockError), typeof(VersionConflictError))]
    public static Task<Outcome<Ingredient>> CountStock(CountStockInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, min: 0, db, ingredient =>
            ingredient.Version != input.ExpectedVersion ? VersionConflictError.Of(ingredient.Version)
            : input.Quantity < ingredient.Reserved ? NotEnoughStockError.Of(ingredient)
            : ingredient.Count(input.Quantity, time.GetUtcNow()));

    /// <summary>Says when an ingredient is to be ordered anew.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(IngredientNotFoundError), typeof(InvalidAmountError))]
    public static async Task<Outcome<Ingredient>> SetReorderPoint(SetReorderPointInput input, RestaurantDb db, TimeProvider time) =>
        input.ReorderPoint is < 0 or > StockInput.MaxQuantity ? InvalidAmountError.Of(input.ReorderPoint, 0, StockInput.MaxQuantity, nameof(input.ReorderPoint))
        : await db.Ingredients.FindAsync(input.IngredientId.Key) is { } ingredient ? ingredient.SetReorderPoint(input.ReorderPoint, time.GetUtcNow())
        : IngredientNotFoundError.Of();

    private static async Task<Outcome<Ingredient>> DoAsync(StockInput input, int min, RestaurantDb db, Func<Ingredient, Outcome<Ingredient>> action) =>
        input.Quantity < min || input.Quantity > StockInput.MaxQuantity ? InvalidAmountError.Of(input.Quantity, min, StockInput.MaxQuantity)
        : await db.Ingredients.FindAsync(input.IngredientId.Key) is { } ingredient ? action(ingredient)
        : IngredientNotFoundError.Of();
}
