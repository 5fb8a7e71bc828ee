using Restaurant.Graph.Dining;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Orders;

/// <summary>An order as a guest has it in mind.</summary>
public abstract record OrderInput
{
    /// <summary>How the guest gets it.</summary>
    public required OrderType Type { get; init; }

    /// <summary>The table it is for.</summary>
    public Id<DiningTable>? TableId { get; init; }

    /// <summary>For when it is meant; without it for as soon as can be.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>What the restaurant should know, at most 500 characters.</summary>
    public string? Note { get; init; }

    /// <summary>Allergies of those who will eat it, beside those that were declared for the visit.</summary>
    public IReadOnlyList<Allergen>? Allergies { get; init; }

    /// <summary>What is ordered, from 1 to 100 lines.</summary>
    public required IReadOnlyList<OrderLineInput> Lines { get; init; }
}

/// <summary>What to order.</summary>
public sealed record PlaceOrderInput : OrderInput, IIdempotentInput
{
    /// <summary>A new UUID for each new order; the same again when the same order is sent again, which then is placed once.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>Whom it is for, at most 100 characters. Has to be said of a delivery.</summary>
    public string? ContactName { get; init; }

    /// <summary>By which number they are reached, at most 30 characters.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>Where it is brought to, at most 300 characters. Has to be said of a delivery.</summary>
    public string? DeliveryAddress { get; init; }
}

/// <summary>What to tell the price of.</summary>
public sealed record QuoteOrderInput : OrderInput;

/// <summary>One position to order.</summary>
public sealed record OrderLineInput
{
    /// <summary>The dish.</summary>
    public required Id<Dish> DishId { get; init; }

    /// <summary>The size, of those that the dish comes in; without it, the first of them.</summary>
    public Id<DishSize>? SizeId { get; init; }

    /// <summary>How many, from 1 to 99.</summary>
    public required int Quantity { get; init; }

    /// <summary>What is chosen with it, within the bounds of the dish's modifier groups.</summary>
    public IReadOnlyList<Id<Modifier>>? ModifierIds { get; init; }

    /// <summary>Allergens that the guest is allergic to, knows to be in it, and wants all the same.</summary>
    public IReadOnlyList<Allergen>? AcknowledgedAllergens { get; init; }

    /// <summary>What the kitchen should know, at most 500 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The seat for which it is, from 1 to 50; without it, for all at the table.</summary>
    public int? Seat { get; init; }

    /// <summary>The course with which it is served, from 1 to 9; without it the first.</summary>
    public int? Course { get; init; }

    /// <summary>Whether it is kept back until its course is fired; not by default.</summary>
    public bool? Hold { get; init; }
}

/// <summary>Something that people do with an order.</summary>
public abstract record OrderActionInput : IIdempotentInput
{
    /// <summary>A new UUID for each new thing to do; the same again when the same is sent again, which then is done once.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>The order.</summary>
    public required Id<Order> OrderId { get; init; }

    /// <summary>The version of the order that the person has seen.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>Which order to take.</summary>
public sealed record AcceptOrderInput : OrderActionInput;

/// <summary>Which order not to take, and why.</summary>
public sealed record RejectOrderInput : OrderActionInput
{
    /// <summary>Why, for the guest; at most 500 characters. Has to be said if the kitchen was called to make some of it.</summary>
    public string? Reason { get; init; }
}

/// <summary>Which order to call off, and why.</summary>
public sealed record CancelOrderInput : OrderActionInput
{
    /// <summary>Why; at most 500 characters. Has to be said if the kitchen was called to make some of it.</summary>
    public string? Reason { get; init; }
}

/// <summary>Which order to hand over.</summary>
public sealed record FulfillOrderInput : OrderActionInput;

/// <summary>Which delivery to send on its way.</summary>
public sealed record DispatchOrderInput : OrderActionInput;

/// <summary>What to add to an order.</summary>
public sealed record AddOrderLinesInput : OrderActionInput
{
    /// <summary>What is ordered as well, at least one line; the order has at most 100.</summary>
    public required IReadOnlyList<OrderLineInput> Lines { get; init; }
}

/// <summary>Which course to call for.</summary>
public sealed record FireCourseInput : OrderActionInput
{
    /// <summary>The course, of which every line is called for that nobody has called for yet.</summary>
    public required int Course { get; init; }
}

/// <summary>Which course to keep back.</summary>
public sealed record HoldCourseInput : OrderActionInput
{
    /// <summary>The course, of which every line is kept back that no cook has begun with.</summary>
    public required int Course { get; init; }
}

/// <summary>Which lines to bring to the guest.</summary>
public sealed record ServeOrderLinesInput : OrderActionInput
{
    /// <summary>The lines.</summary>
    public required IReadOnlyList<Id<OrderLine>> LineIds { get; init; }
}

/// <summary>Which lines to call off, and why.</summary>
public sealed record VoidOrderLinesInput : OrderActionInput
{
    /// <summary>The lines.</summary>
    public required IReadOnlyList<Id<OrderLine>> LineIds { get; init; }

    /// <summary>Why, at most 500 characters; has to be said of what the kitchen was called to make.</summary>
    public string? Reason { get; init; }
}

/// <summary>What to take off an order, and why: `percent` or `amount`.</summary>
public sealed record DiscountOrderInput : OrderActionInput
{
    /// <summary>The part of the sum of its lines, in percent, from 0 to 100 with two decimals at most.</summary>
    public decimal? Percent { get; init; }

    /// <summary>The amount, from 0 to the sum of its lines.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Why, at most 500 characters; has to be said unless nothing is taken off any more.</summary>
    public string? Reason { get; init; }
}
