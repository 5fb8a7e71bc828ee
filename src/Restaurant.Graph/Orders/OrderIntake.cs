using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Orders;

/// <summary>Checks an order against the menu and the house, and makes it.</summary>
public sealed class OrderIntake(RestaurantDb db, NewRows rows, MenuCards cards, StockCheck stock, AllergyCheck allergies, OpeningHours hours, TimeProvider time)
{
    private const int MaxLines = 100;

    private static readonly NumberQuery<RestaurantDb> LastNumber = new(
        static db => db.Orders.OrderByDescending(order => order.Number).Select(order => (long)order.Number));

    /// <summary>The order, or every fault there is with it.</summary>
    public async Task<Outcome<Order>> PlaceAsync(PlaceOrderInput input, Viewer viewer)
    {
        var faults = new List<MutationError>();
        if (!await hours.IsOpenAsync())
        {
            faults.Add(new RestaurantClosedError { Message = "The restaurant is closed and takes no orders now.", Path = InputPath.Whole });
        }

        faults.AddRange(Faults(input));
        if (await Place.FindAsync(input, viewer, db) is not { } place)
        {
            faults.Add(Place.NotFound());
            place = Place.Nowhere;
        }

        var check = new LineCheck((await cards.CurrentAsync(db)).Dishes, faults);
        OrderLine[] lines = [.. input.Lines.Take(MaxLines).Select(check.Line).OfType<OrderLine>()];
        IReadOnlyList<Allergen> declared = [.. place.Allergies.Union(input.Allergies ?? [])];
        if (faults.Count == 0)
        {
            faults.AddRange(await allergies.CheckAsync(lines, input.Lines, declared));
            faults.AddRange(await stock.ReserveAsync(lines));
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        var number = (int)(LastNumber.First(db) ?? 0) + 1;
        var placed = Order.Place(new OrderHeader(number, input.Type, place, input.Note, declared), lines, time.GetUtcNow());
        rows.Add(placed);
        return placed;
    }

    private static IEnumerable<MutationError> Faults(PlaceOrderInput input)
    {
        if (input.Lines.Count == 0)
        {
            yield return new EmptyOrderError { Message = "An order needs at least one line.", Path = InputPath.Of(nameof(input.Lines)) };
        }

        if (input.Lines.Count > MaxLines)
        {
            yield return new TooManyLinesError
            {
                Message = $"An order has at most {MaxLines} lines.",
                Path = InputPath.Of(nameof(input.Lines)),
                MaxLines = MaxLines,
            };
        }

        if (Note.TooLong(input.Note, nameof(input.Note)) is { } fault)
        {
            yield return fault;
        }
    }
}
