using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <content>What is done with some of its lines; where the order stands follows from all of them.</content>
public sealed partial class Order
{
    /// <summary>Adds lines that have been checked.</summary>
    internal Outcome<Order> Add(IReadOnlyList<OrderLine> lines, DateTimeOffset now)
    {
        if (Guard(OrderAction.AddLines) is { } fault)
        {
            return fault;
        }

        _lines.AddRange(lines);
        return Changed(lines, now);
    }

    /// <summary>Does the same with several lines, or nothing if the order or one of them stands where that is not possible.</summary>
    internal Outcome<Order> DoWith(IReadOnlyList<OrderLine> lines, LineAction action, DateTimeOffset now)
    {
        if (Guard(lines, action) is { } fault)
        {
            return fault;
        }

        foreach (var line in lines)
        {
            line.Do(action, now);
        }

        return Changed(lines, now);
    }

    /// <summary>Calls lines off; with the last of them the order.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="reason">Why, which has to be said of what the kitchen was called to make.</param>
    /// <param name="now">The time.</param>
    internal Outcome<Order> Void(IReadOnlyList<OrderLine> lines, string? reason, DateTimeOffset now)
    {
        if (Guard(lines, LineAction.Void) is { } fault)
        {
            return fault;
        }

        if (IsReasonMissing(lines, reason))
        {
            return ReasonRequiredError.Of();
        }

        if (ActiveLines.All(lines.Contains))
        {
            return Cancel(reason, now);
        }

        var outcome = DoWith(lines, LineAction.Void, now);
        lines.ToList().ForEach(line => line.VoidReason = reason);
        return outcome;
    }

    /// <summary>Tells what the kitchen has done with lines of the order.</summary>
    internal void Progress(IEnumerable<OrderLine> lines, DateTimeOffset now, params LineAction[] actions)
    {
        foreach (var line in lines)
        {
            Array.ForEach(actions, action => line.Do(action, now));
        }

        Look();
        Record(Move(Derived()), now);
    }

    /// <summary>Serves lines that the kitchen was called to make and never reported; an order that is served in full is fulfilled.</summary>
    internal void ServeUnreported(IReadOnlyList<OrderLine> lines, DateTimeOffset now)
    {
        OrderLine[] called = [.. lines.Where(static line => line.Status is not (LineStatus.Held or LineStatus.Voided or LineStatus.Served))];
        if (Array.Exists(called, static line => line.Status != LineStatus.Ready))
        {
            Progress(called, now, LineAction.Fire, LineAction.Start, LineAction.Finish);
        }

        if (OrderStates.Table.Next(Status, OrderAction.Fulfill) is not null)
        {
            Fulfill(now);
        }
        else if (called.Length > 0)
        {
            DoWith(called, LineAction.Serve, now);
        }
    }

    /// <summary>What keeps something from being done with some of it where it stands: it is closed for good, or is not that far yet; null if nothing does.</summary>
    internal MutationError? Guard(OrderAction action) => OrderStates.Table.Next(Status, action) is not null ? null
        : OrderStates.Table.Next(Status, OrderAction.AddLines) is null ? OrderClosedError.Of()
        : OrderActionNotAllowedError.Of(action, Status);

    private static bool IsReasonMissing(IEnumerable<OrderLine> lines, string? reason) =>
        string.IsNullOrWhiteSpace(reason) && lines.Any(static line => LineStates.IsCalledFor(line.Status));

    private MutationError? Guard(IReadOnlyList<OrderLine> lines, LineAction action) => Guard(OrderPolicy.OfLines(action))
        ?? (lines.FirstOrDefault(line => LineStates.Table.Next(line.Status, action) is null) is { } other ? LineActionNotAllowedError.Of(other, action) : null);

    private IEnumerable<OrderLine> ActiveLines => _lines.Where(static line => line.Status != LineStatus.Voided);

    private Outcome<Order> Changed(IReadOnlyList<OrderLine> lines, DateTimeOffset now)
    {
        Look();
        Reckon();
        Record(Move(Derived()), now, OrderChange.Lines, lines);
        if (Status == OrderStatus.Ready && ActiveLines.All(static line => line.Status == LineStatus.Served))
        {
            return Fulfill(now);
        }

        Settle(now);
        return this;
    }

    // One line that is called for makes it in preparation, all that are made make it ready; what nobody has accepted stays as it is.
    private OrderStatus Derived()
    {
        var action = ActiveLines.All(static line => line.Status is LineStatus.Ready or LineStatus.Served) ? OrderAction.Finish
            : Status == OrderStatus.Ready || ActiveLines.Any(static line => line.Status is not (LineStatus.New or LineStatus.Held)) ? OrderAction.Prepare
            : (OrderAction?)null;
        return action is { } known ? OrderStates.Table.Next(Status, known) ?? Status : Status;
    }
}
