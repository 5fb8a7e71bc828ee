using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Orders;

/// <summary>Checks what is ordered against the menu, the house, the store room and the guests' allergies, and makes orders and lines of it. It stores nothing.</summary>
public sealed class OrderIntake(
    RestaurantDb db,
    MenuCards cards,
    StockCheck stock,
    UnconfirmedOrders unconfirmed,
    AllergyCheck allergies,
    OpeningHours hours,
    RestaurantClock clock,
    IOptions<OrderOptions> options)
{
    private const int MaxLines = 100;

    private static readonly NumberQuery<RestaurantDb> LastNumber = new(
        static db => db.Orders.OrderByDescending(order => order.Number).Select(order => (long)order.Number));

    /// <summary>The order, or every fault there is with it.</summary>
    public async Task<Outcome<Order>> TakeAsync(OrderInput input, Viewer viewer)
    {
        var faults = new List<MutationError>();
        var closed = await ClosedAsync(input.ScheduledFor);
        if (closed is not null)
        {
            faults.Add(closed);
        }

        if (Note.TooLong(input.Note, nameof(input.Note)) is { } fault)
        {
            faults.Add(fault);
        }

        faults.AddRange(Contact.FaultsOf(input));
        var found = await Place.FindAsync(input, viewer, db, clock.Now, options.Value.ScheduleLead);
        faults.AddRange(found.Errors);
        var place = found.Subject ?? Place.Nowhere;
        faults.AddRange(await unconfirmed.CheckAsync(place, input.Lines));
        IReadOnlyList<Allergen> declared = [.. place.Allergies.Union(input.Allergies ?? [])];

        // Where it is closed nothing is served, which goes without saying.
        var isServed = closed is null ? await ServingAsync(input.ScheduledFor) : static _ => true;
        if (await LinesAsync(input.Lines, present: 0, declared, input.ScheduledFor, isServed, faults, place.IsUnconfirmed) is not { } lines)
        {
            return faults;
        }

        var number = (int)(await LastNumber.FirstAsync(db) ?? 0) + 1;
        var terms = new BillTerms(input.Type == OrderType.DineIn ? options.Value.ServiceBasisPoints : 0, options.Value.RoundTo);
        return Order.Place(new OrderHeader(number, input.Type, place, input.ScheduledFor, input.Note, Contact.Of(input), declared, terms, lines.NeedConfirmation), lines.All, clock.Now);
    }

    /// <summary>Which dishes are served at the time for which an order is meant, or now if that is over or it is meant for as soon as can be.</summary>
    public Task<Func<Dish, bool>> ServingAsync(DateTimeOffset? scheduledFor) => hours.ServingAsync(scheduledFor > clock.Now ? scheduledFor.Value : clock.Now);

    /// <summary>Lines for an order; null, and every fault there is with them, if there is one.</summary>
    /// <param name="inputs">What is ordered.</param>
    /// <param name="present">How many lines the order has already.</param>
    /// <param name="declared">What its guests are allergic to.</param>
    /// <param name="scheduledFor">For when the order is meant; null for as soon as can be.</param>
    /// <param name="isServed">Which dishes are served at its time.</param>
    /// <param name="faults">Where faults are added to.</param>
    /// <param name="isUnconfirmed">Whether they are ordered by a guest without a table.</param>
    internal async Task<IntakeLines?> LinesAsync(
        IReadOnlyList<OrderLineInput> inputs,
        int present,
        IReadOnlyList<Allergen> declared,
        DateTimeOffset? scheduledFor,
        Func<Dish, bool> isServed,
        List<MutationError> faults,
        bool isUnconfirmed = false)
    {
        if (inputs.Count == 0)
        {
            faults.Add(new EmptyOrderError { Message = "An order needs at least one line.", Path = InputPath.Of(nameof(OrderInput.Lines)) });
        }

        if (present + inputs.Count > MaxLines)
        {
            faults.Add(new TooManyLinesError { Message = $"An order has at most {MaxLines} lines.", Path = InputPath.Of(nameof(OrderInput.Lines)), MaxLines = MaxLines });
        }

        var check = new LineCheck(await cards.CurrentAsync(db), isServed, clock.ServingTime(clock.Now), faults);
        OrderLine[] lines = [.. inputs.Take(MaxLines).Select(check.Line).OfType<OrderLine>()];
        if (faults.Count > 0)
        {
            return null;
        }

        faults.AddRange(await allergies.CheckAsync(lines, inputs, declared));
        var reserved = await stock.ReserveAsync(lines, scheduledFor > clock.Now + options.Value.ScheduleLead, isUnconfirmed);
        faults.AddRange(reserved.Errors);
        return faults.Count == 0 ? new IntakeLines(lines, reserved.NeedsConfirmation) : null;
    }

    private async Task<MutationError?> ClosedAsync(DateTimeOffset? scheduledFor)
    {
        var now = clock.Now;
        return scheduledFor <= now ? InvalidScheduleError.Of("The time is over.")
            : scheduledFor > now + options.Value.MaxAhead ? InvalidScheduleError.Of($"Orders are taken at most {options.Value.MaxAhead.TotalDays:0.#} days ahead.")
            : await hours.IsOpenAsync(scheduledFor) ? null
            : scheduledFor is not null ? InvalidScheduleError.Of("The restaurant is closed at that time.")
            : new RestaurantClosedError { Message = "The restaurant is closed and takes no orders now.", Path = InputPath.Whole };
    }
}

/// <summary>Lines that have been checked.</summary>
/// <param name="All">The lines.</param>
/// <param name="NeedConfirmation">Whether they hold no stock until the staff has accepted them.</param>
internal sealed record IntakeLines(IReadOnlyList<OrderLine> All, bool NeedConfirmation);
