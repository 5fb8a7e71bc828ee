using System.Linq.Expressions;
using GraphQL;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Orders;

/// <summary>What a guest has ordered. It moves as <see cref="OrderStates"/> says, and each change of it is an event.</summary>
public sealed class Order : INode
{
    private readonly List<OrderLine> _lines = [];
    private readonly List<OrderChanged> _history = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The number that people call it by.</summary>
    public required int Number { get; init; }

    /// <summary>How the guest gets it.</summary>
    public required OrderType Type { get; init; }

    /// <summary>Where it stands.</summary>
    public OrderStatus Status { get; private set; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The table it is for; null if it is for none.</summary>
    public DiningTable? Table { get; private set; }

    /// <summary>The key of <see cref="Table"/>.</summary>
    public long? TableId { get; init; }

    /// <summary>The visit of the guests it is for; null if it is for nobody who was let in.</summary>
    public Visit? Visit { get; private set; }

    /// <summary>The key of <see cref="Visit"/>.</summary>
    public long? VisitId { get; init; }

    /// <summary>What the guest wants the restaurant to know.</summary>
    public string? Note { get; init; }

    /// <summary>The allergies it was placed with: those of the visit and those that were declared with it.</summary>
    public IReadOnlyList<Allergen> Allergies { get; private set; } = [];

    /// <summary>Why it was rejected or canceled; null if it was not.</summary>
    public string? Reason { get; private set; }

    /// <summary>Its positions.</summary>
    [ListSize(6)]
    public IReadOnlyList<OrderLine> Lines => _lines;

    /// <summary>The sum of the lines, before tax.</summary>
    public Money Subtotal { get; private set; }

    /// <summary>The tax: for each rate that of the sum of its lines, rounded half away from zero.</summary>
    public Money Tax { get; private set; }

    /// <summary>`subtotal` and `tax`.</summary>
    public Money Total { get; private set; }

    /// <summary>How often it has changed, its placing included: rises by one with each change.</summary>
    public int Version { get; private set; }

    /// <summary>What has happened to it, the oldest first.</summary>
    [UsePaging]
    public IReadOnlyList<OrderChanged> History => _history;

    /// <summary>What people can do with it, and what keeps them from it.</summary>
    [ListSize(5)]
    public static Expression<Func<Order, IEnumerable<AvailableAction>>> AvailableActions { get; } = order => AvailableAction.AllOf(order.Status);

    /// <summary>Makes an order of lines that have been checked.</summary>
    internal static Order Place(OrderHeader header, IEnumerable<OrderLine> lines, DateTimeOffset now)
    {
        var order = new Order { Number = header.Number, Type = header.Type, TableId = header.Place.TableId, VisitId = header.Place.VisitId, Note = header.Note, Allergies = header.Allergies, PlacedAt = now };
        order._lines.AddRange(lines);
        order.Subtotal = Sum(order._lines);
        order.Tax = order._lines
            .GroupBy(line => line.TaxBasisPoints)
            .Aggregate(Money.Zero, static (tax, group) => tax + Sum(group).AtRate(group.Key));
        order.Total = order.Subtotal + order.Tax;
        order.Record(null, now);
        return order;
    }

    /// <summary>Takes the order.</summary>
    internal Outcome<Order> Accept(DateTimeOffset now) => Do(OrderAction.Accept, now);

    /// <summary>Does not take the order.</summary>
    internal Outcome<Order> Reject(string? reason, DateTimeOffset now) => CallOff(OrderAction.Reject, reason, now);

    /// <summary>Calls the order off.</summary>
    internal Outcome<Order> Cancel(string? reason, DateTimeOffset now) => CallOff(OrderAction.Cancel, reason, now);

    /// <summary>Hands the order over: what is ready is served.</summary>
    internal Outcome<Order> Fulfill(DateTimeOffset now) => Do(OrderAction.Fulfill, now, LineAction.Serve);

    /// <summary>Tells what the kitchen has done with lines of the order; its own status follows from all its lines.</summary>
    internal void Progress(IEnumerable<OrderLine> lines, DateTimeOffset now, params LineAction[] actions)
    {
        foreach (var line in lines)
        {
            Array.ForEach(actions, action => line.Do(action, now));
        }

        var next = OrderStates.Table.Next(Status, IsMade() ? OrderAction.Finish : OrderAction.Prepare);
        Record(Move(next ?? Status), now);
    }

    private Outcome<Order> CallOff(OrderAction action, string? reason, DateTimeOffset now)
    {
        var outcome = Do(action, now, LineAction.Void);
        Reason = outcome.Subject is null ? Reason : reason;
        return outcome;
    }

    private Outcome<Order> Do(OrderAction action, DateTimeOffset now, LineAction? lines = null)
    {
        if (OrderStates.Table.Next(Status, action) is not { } next)
        {
            return OrderActionNotAllowedError.Of(action, Status);
        }

        if (lines is { } each)
        {
            _lines.ForEach(line => line.Do(each, now));
        }

        Record(Move(next), now);
        return this;
    }

    private bool IsMade() => _lines
        .Where(line => line.Status != LineStatus.Voided)
        .All(line => line.Status is LineStatus.Ready or LineStatus.Served);

    private OrderStatus Move(OrderStatus next)
    {
        var previous = Status;
        Status = next;
        return previous;
    }

    private void Record(OrderStatus? previous, DateTimeOffset now)
    {
        Version++;
        _history.Add(new OrderChanged { Order = this, Status = Status, PreviousStatus = previous, Version = Version, OccurredAt = now });
    }

    private static Money Sum(IEnumerable<OrderLine> lines) =>
        lines.Aggregate(Money.Zero, static (sum, line) => sum + line.LineTotal);
}

/// <summary>What an order has besides its lines.</summary>
internal sealed record OrderHeader(int Number, OrderType Type, Place Place, string? Note, IReadOnlyList<Allergen> Allergies);
