using GraphQL;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Kitchen;

/// <summary>What one station has to make of one course of one order.</summary>
public sealed class Ticket : INode
{
    private readonly List<OrderLine> _lines = [];
    private readonly List<TicketChanged> _changes = [];
    private HashSet<long> _madeElsewhere = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The order it is of.</summary>
    public required Order Order { get; init; }

    /// <summary>The key of <see cref="Order"/>.</summary>
    public long OrderId { get; private set; }

    /// <summary>The station it hangs at.</summary>
    public required Station Station { get; init; }

    /// <summary>The key of <see cref="Station"/>.</summary>
    public long StationId { get; private set; }

    /// <summary>The course, from 1.</summary>
    public int Course { get; private init; }

    /// <summary>Where it stands.</summary>
    public TicketStatus Status { get; private set; }

    /// <summary>How often it has changed, its coming included: rises by one with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The lines of the order that it is about.</summary>
    [ListSize(4)]
    public IReadOnlyList<OrderLine> Lines => _lines;

    /// <summary>
    /// How long it takes to make once a cook has begun, in minutes: as long as the portion which takes longest, and a fifth of the time of each
    /// other one, as portions of one ticket are made side by side but plated one by one.
    /// </summary>
    public int WorkMinutes { get; private init; }

    /// <summary>How long it was reckoned to take when it came, with what hung there before it, in minutes.</summary>
    public double ExpectedMinutes { get; private init; }

    /// <summary>When it came to the station.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When a cook began with it; null if none has.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When the cook who makes it should be done, of a ticket in preparation; null of all others.</summary>
    [Ignore]
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When it was made; null if it is not, or if the kitchen did not say so.</summary>
    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>When it left the kitchen; null if it has not.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>What has happened to it.</summary>
    [Ignore]
    public IReadOnlyList<TicketChanged> Changes => _changes;

    /// <summary>Whether the kitchen has it still.</summary>
    internal bool IsOpen => TicketStates.IsOpen(Status);

    /// <summary>Whether its station is not done with it.</summary>
    internal bool IsToBeMade => Status is TicketStatus.Queued or TicketStatus.InPreparation;

    /// <summary>Whether it could move back, were its order not closed.</summary>
    internal bool IsOfClosedOrder => OrderStates.IsClosed(Order.Status) && TicketStates.Table.Next(Status, TicketAction.Recall) is not null;

    /// <summary>A new ticket at a station.</summary>
    internal static Ticket For(Order order, Station station, TicketPlan plan, DateTimeOffset now)
    {
        var ticket = new Ticket
        {
            Order = order,
            Station = station,
            Course = plan.Course,
            WorkMinutes = plan.WorkMinutes,
            ExpectedMinutes = plan.ExpectedMinutes,
            QueuedAt = now,
        };
        ticket._lines.AddRange(plan.Lines);
        ticket.Record(null, now);
        return ticket;
    }

    /// <summary>Notes which lines another station is not done with: they are not ready when this ticket is.</summary>
    internal void Share(IEnumerable<long> lines) => _madeElsewhere = [.. lines];

    /// <summary>Begins with it.</summary>
    internal Outcome<Ticket> Start(DateTimeOffset now) => Do(TicketAction.Start, now, LineAction.Fire, LineAction.Start);

    /// <summary>Moves it on.</summary>
    internal Outcome<Ticket> Bump(DateTimeOffset now) => Status == TicketStatus.Ready
        ? Do(TicketAction.Bump, now)
        : Do(TicketAction.Bump, now, LineAction.Finish);

    /// <summary>Moves it back, if the guest has not got all of it.</summary>
    internal Outcome<Ticket> Recall(DateTimeOffset now) =>
        TicketStates.Table.Next(Status, TicketAction.Recall) is not null && _lines.TrueForAll(static line => line.Status is LineStatus.Served or LineStatus.Voided)
            ? LineActionNotAllowedError.Of(_lines[0], LineAction.Recall)
        : Status == TicketStatus.Completed ? Do(TicketAction.Recall, now)
        : Do(TicketAction.Recall, now, LineAction.Recall);

    /// <summary>Takes it off the station because its order was called off. One of which the guest has something is told what was called off.</summary>
    internal void CallOff(IReadOnlyCollection<OrderLine> lines, DateTimeOffset now)
    {
        if (IsOpen)
        {
            Do(TicketAction.Void, now);
        }
        else
        {
            Withdraw(lines, now);
        }
    }

    /// <summary>Completes it if it is made: the guest has it all.</summary>
    internal void Hand(DateTimeOffset now)
    {
        if (Status == TicketStatus.Ready)
        {
            Do(TicketAction.Bump, now);
        }
    }

    /// <summary>Closes it with its business day. When it was made is not known, so kitchen times and promises do not learn from it.</summary>
    internal void Close(DateTimeOffset now) => Do(TicketAction.Close, now);

    /// <summary>Tells those who have it still that there is something new about its order.</summary>
    internal void Remind(DateTimeOffset now)
    {
        if (IsOpen)
        {
            Record(Status, now);
        }
    }

    /// <summary>
    /// Takes those of some lines off it that are kept back now, and tells of those that were called off, be it gone from the station or not; without any
    /// left it is called off itself.
    /// </summary>
    internal void Withdraw(IReadOnlyCollection<OrderLine> lines, DateTimeOffset now)
    {
        if (Status == TicketStatus.Voided || !_lines.Exists(line => line.Status is LineStatus.Voided or LineStatus.Held && lines.Contains(line)))
        {
            return;
        }

        _lines.RemoveAll(line => line.Status == LineStatus.Held && lines.Contains(line));
        if (_lines.TrueForAll(static line => line.Status == LineStatus.Voided))
        {
            Do(TicketAction.Void, now);
        }
        else
        {
            Record(Status, now);
        }
    }

    private Outcome<Ticket> Do(TicketAction action, DateTimeOffset now, params LineAction[] lines)
    {
        if (TicketStates.Table.Next(Status, action) is not { } next)
        {
            return TicketActionNotAllowedError.Of(action, Status);
        }

        var previous = Status;
        Status = next;
        StartedAt = next == TicketStatus.InPreparation ? StartedAt ?? now : StartedAt;
        DueAt = next == TicketStatus.InPreparation ? (StartedAt ?? now).AddMinutes(WorkMinutes) : null;
        ReadyAt = next switch { TicketStatus.Ready => ReadyAt ?? now, TicketStatus.InPreparation => null, _ => ReadyAt };
        CompletedAt = next switch { TicketStatus.Completed => now, TicketStatus.Voided => CompletedAt, _ => null };
        Record(previous, now);
        if (lines.Length > 0)
        {
            Order.Progress(next == TicketStatus.Ready ? _lines.Where(line => !_madeElsewhere.Contains(line.Id)) : _lines, now, lines);
        }

        return this;
    }

    private void Record(TicketStatus? previous, DateTimeOffset now)
    {
        Version++;
        _changes.Add(new TicketChanged { Ticket = this, Station = Station, Status = Status, PreviousStatus = previous, OccurredAt = now });
    }
}
