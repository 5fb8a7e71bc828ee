using Restaurant.Graph.Dining;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>What can be wrong with what is ordered: with an order as a whole if it is a new one, and with lines in any case.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PlacingErrorsAttribute() : ErrorsAttribute(
    typeof(RestaurantClosedError), typeof(InvalidScheduleError), typeof(EmptyOrderError), typeof(TooManyLinesError), typeof(NoteTooLongError),
    typeof(TableNotFoundError), typeof(TableRequiredError), typeof(TableUnavailableError), typeof(DishNotFoundError), typeof(DishNotServedError), typeof(DishUnavailableError), typeof(InvalidQuantityError), typeof(OutOfBoundsError),
    typeof(SizeNotOfDishError), typeof(ModifierNotOfDishError), typeof(DuplicateModifierError), typeof(ModifierSelectionError), typeof(ModifierUnavailableError),
    typeof(OutOfStockError), typeof(AllergenConflictError), typeof(TooManyOrdersError), typeof(TooManyItemsError));
