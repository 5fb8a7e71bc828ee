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
public sealed partial class Order : INode
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

    /// <summary>For when it is meant; null if it is for as soon as can be.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>
    /// When the kitchen should have made all that it was called to make: half of the orders are earlier (P50). Null until it is accepted.
    /// </summary>
    public DateTimeOffset? PromisedAt { get; private set; }

    /// <summary>When it should be made even if things go slowly: nine of ten orders are earlier (P90). Null until it is accepted.</summary>
    public DateTimeOffset? PromisedBy { get; private set; }

    /// <summary>The table it is for; null if it is for none.</summary>
    public DiningTable? Table { get; private set; }

    /// <summary>The key of <see cref="Table"/>.</summary>
    public long? TableId { get; private set; }

    /// <summary>The visit of the guests it is for; null if it is for nobody who was let in, or for another time.</summary>
    public Visit? Visit { get; private set; }

    /// <summary>The key of <see cref="Visit"/>.</summary>
    public long? VisitId { get; private set; }

    /// <summary>The visit whose guest placed it for another time, and may read it and call it off; null of all other orders.</summary>
    [Ignore]
    public Visit? OrderedBy { get; private set; }

    /// <summary>The key of <see cref="OrderedBy"/>.</summary>
    public long? OrderedById { get; private set; }

    /// <summary>What the guest wants the restaurant to know.</summary>
    public string? Note { get; init; }

    /// <summary>Whom it is for; null if nobody said.</summary>
    public string? ContactName { get; init; }

    /// <summary>By which number they are reached; null if nobody said.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>Where it is brought to; null if it is fetched, or eaten here.</summary>
    public string? DeliveryAddress { get; init; }

    /// <summary>What its guests are allergic to: those of the visit, those that were declared with it, and what its visit has declared since, while it was open.</summary>
    public IReadOnlyList<Allergen> Allergies { get; private set; } = [];

    /// <summary>Why it was rejected or canceled; null if it was not.</summary>
    public string? Reason { get; private set; }

    /// <summary>Its positions, those that were called off as well.</summary>
    [ListSize(6)]
    public IReadOnlyList<OrderLine> Lines => _lines;

    /// <summary>
    /// Whether it takes more than guests without a table may order without the staff: it waits for `acceptOrder`, and holds no stock until then. False
    /// once it is accepted.
    /// </summary>
    public bool NeedsConfirmation { get; private set; }

    /// <summary>Whether it was placed by a guest without a table and no person of the staff has accepted it.</summary>
    [Ignore]
    public bool IsUnconfirmed { get; private set; }

    /// <summary>How often it has changed, its placing included: rises by one with each change.</summary>
    public int Version { get; private set; }

    /// <summary>What has happened to it, the oldest first, as far back as the event log is kept.</summary>
    [UsePaging]
    public IReadOnlyList<OrderChanged> History => _history;

    /// <summary>Makes an order of lines that have been checked.</summary>
    internal static Order Place(OrderHeader header, IEnumerable<OrderLine> lines, DateTimeOffset now)
    {
        var order = new Order
        {
            Number = header.Number,
            Type = header.Type,
            TableId = header.Place.TableId,
            Visit = header.Place.Begun,
            VisitId = header.Place.VisitId,
            OrderedById = header.Place.OrderedById,
            Note = header.Note,
            ContactName = header.Contact.Name,
            ContactPhone = header.Contact.Phone,
            DeliveryAddress = header.Contact.Address,
            Allergies = header.Allergies,
            PlacedAt = now,
            ScheduledFor = header.ScheduledFor,
            ServiceBasisPoints = header.Terms.ServiceBasisPoints,
            RoundTo = header.Terms.RoundTo,
            IsUnconfirmed = header.Place.IsUnconfirmed,
            NeedsConfirmation = header.NeedsConfirmation,
        };
        order._lines.AddRange(lines);
        order.Look();
        order.Reckon();
        order.Record(null, now);
        return order;
    }

    /// <summary>Takes the order because a person of the staff says so.</summary>
    internal Outcome<Order> Confirm(DateTimeOffset now, TimeSpan lead)
    {
        var outcome = Accept(now, lead);
        if (outcome.Subject is not null)
        {
            NeedsConfirmation = false;
            IsUnconfirmed = false;
        }

        return outcome;
    }

    /// <summary>Takes the order: it goes to the kitchen, or waits for its time if that is further ahead than the kitchen needs.</summary>
    /// <param name="now">The time.</param>
    /// <param name="lead">How long before its time it goes to the kitchen.</param>
    /// <returns>The order; an error where it goes to the kitchen and there is not enough for it.</returns>
    internal Outcome<Order> Accept(DateTimeOffset now, TimeSpan lead)
    {
        if (IsEarly(now, lead))
        {
            return Do(OrderAction.Schedule, now);
        }

        var isPossible = OrderStates.Table.Next(Status, OrderAction.Accept) is not null;
        return isPossible && Reserve(now) is { } fault ? fault : Do(OrderAction.Accept, now);
    }

    /// <summary>Whether it is too early for the kitchen to begin with it.</summary>
    internal bool IsEarly(DateTimeOffset now, TimeSpan lead) => ScheduledFor > now + lead;

    /// <summary>Does not take the order.</summary>
    internal Outcome<Order> Reject(string? reason, DateTimeOffset now) => CallOff(OrderAction.Reject, reason, now);

    /// <summary>Gives up waiting for an answer.</summary>
    internal Outcome<Order> Expire(DateTimeOffset now) => CallOff(OrderAction.Expire, reason: null, now);

    /// <summary>Calls the order off.</summary>
    internal Outcome<Order> Cancel(string? reason, DateTimeOffset now) => CallOff(OrderAction.Cancel, reason, now);

    /// <summary>Sends the order on its way to the guest.</summary>
    internal Outcome<Order> Dispatch(DateTimeOffset now) => Do(OrderAction.Dispatch, now);

    /// <summary>Hands the order over: what is ready is served.</summary>
    internal Outcome<Order> Fulfill(DateTimeOffset now) => Do(OrderAction.Fulfill, now, LineAction.Serve);

    /// <summary>Tells when it should be made, which is not before the time it is meant for.</summary>
    /// <param name="likely">When it is more likely to be made than not.</param>
    /// <param name="latest">When it is made even if things go slowly.</param>
    /// <param name="isMore">Whether it is more of what was promised before, which is not ready sooner for it.</param>
    internal void Promise(DateTimeOffset likely, DateTimeOffset latest, bool isMore)
    {
        PromisedAt = Latest(likely, ScheduledFor, isMore ? PromisedAt : null);
        PromisedBy = Latest(latest, ScheduledFor, isMore ? PromisedBy : null);
    }

    /// <summary>Becomes an order of a party, for which it was meant: a party that sits down at its table, or whose guest placed it ahead.</summary>
    internal void Join(Visit party, DateTimeOffset now)
    {
        // A party that sits down in the same unit of work has no key yet.
        Visit = party;
        Relocate((party.Id > 0 ? party.Id : null, TableId), now);
        Learn(party.Allergies, now);
    }

    /// <summary>
    /// Follows a party that moves, merges into another or declares more allergies. An open order is brought to the party's table and made with its
    /// allergies in mind; where nothing of this is new for it, it stays as it is.
    /// </summary>
    internal void Follow(Visit party, DateTimeOffset now)
    {
        var isOpen = !OrderStates.IsClosed(Status);
        var table = Type == OrderType.DineIn && isOpen ? party.TableId : TableId;
        if ((party.Id, table) != (VisitId, TableId))
        {
            Relocate((party.Id, table), now);
        }

        if (isOpen)
        {
            Learn(party.Allergies, now);
        }
    }

    /// <summary>Lets the guests of a party read it, of which the party is a part whose guest placed it.</summary>
    internal void Hand(Visit party) => OrderedById = party.Id;

    private OutOfStockError? Reserve(DateTimeOffset now)
    {
        foreach (var line in _lines)
        {
            if (line.Reserve(now) is { } portions)
            {
                return OutOfStockError.Of(line, portions, InputPath.Of("orderId"));
            }
        }

        return null;
    }

    private void Relocate((long? VisitId, long? TableId) place, DateTimeOffset now)
    {
        (VisitId, TableId) = place;
        Record(Status, now, OrderChange.Place);
    }

    private void Learn(IReadOnlyList<Allergen> allergies, DateTimeOffset now)
    {
        List<Allergen> known = [.. Allergies.Union(allergies).Order()];
        if (known.Count > Allergies.Count)
        {
            Allergies = known;
            Record(Status, now, OrderChange.Allergies);
        }
    }

    private static DateTimeOffset? Latest(params DateTimeOffset?[] times) => times.Max();

    private Outcome<Order> CallOff(OrderAction action, string? reason, DateTimeOffset now)
    {
        if (OrderStates.Table.Next(Status, action) is not null && action != OrderAction.Expire && IsReasonMissing(_lines, reason))
        {
            return ReasonRequiredError.Of();
        }

        var outcome = Do(action, now, LineAction.Void, reason);
        Reason = outcome.Subject is null ? Reason : reason;
        return outcome;
    }

    private Outcome<Order> Do(OrderAction action, DateTimeOffset now, LineAction? lines = null, string? reason = null)
    {
        if (OrderStates.Table.Next(Status, action) is not { } next)
        {
            return OrderActionNotAllowedError.Of(action, Status);
        }

        OrderLine[] moved = lines is { } each ? [.. _lines.Where(line => line.Do(each, now))] : [];
        if (moved.Length > 0)
        {
            Array.ForEach(moved, line => line.VoidReason = reason);
            Look();
            Reckon();
        }

        Record(Move(next), now, lines: moved);
        Settle(now);
        return this;
    }

    private OrderStatus Move(OrderStatus next)
    {
        var previous = Status;
        Status = next;
        return previous;
    }

    private void Record(OrderStatus? previous, DateTimeOffset now, OrderChange change = OrderChange.Status, IReadOnlyList<OrderLine>? lines = null)
    {
        Version++;
        _history.Add(new OrderChanged
        {
            Order = this,
            Status = Status,
            PreviousStatus = previous,
            Version = Version,
            Change = change,
            Lines = lines ?? [],
            OccurredAt = now,
        });
    }
}

/// <summary>What an order is, apart from its lines.</summary>
/// <param name="Number">The number that people call it by.</param>
/// <param name="Type">How the guest gets it.</param>
/// <param name="Place">For whom it is.</param>
/// <param name="ScheduledFor">For when it is meant; null for as soon as can be.</param>
/// <param name="Note">What the guest wants the restaurant to know.</param>
/// <param name="Contact">Whom it is for, and where it is brought to.</param>
/// <param name="Allergies">What the guests are allergic to.</param>
/// <param name="Terms">By what it is reckoned.</param>
/// <param name="NeedsConfirmation">Whether it holds no stock until the staff has accepted it.</param>
internal sealed record OrderHeader(
    int Number,
    OrderType Type,
    Place Place,
    DateTimeOffset? ScheduledFor,
    string? Note,
    Contact Contact,
    IReadOnlyList<Allergen> Allergies,
    BillTerms Terms,
    bool NeedsConfirmation = false);
