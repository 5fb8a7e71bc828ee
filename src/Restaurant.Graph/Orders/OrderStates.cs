using Restaurant.Graph.Platform.States;

namespace Restaurant.Graph.Orders;

/// <summary>Where an order stands.</summary>
public enum OrderStatus
{
    /// <summary>The guest has sent it; nobody has answered yet.</summary>
    Placed,

    /// <summary>It is meant for later and waits for its time.</summary>
    Scheduled,

    /// <summary>The restaurant has taken it; no cook has begun.</summary>
    Accepted,

    /// <summary>It is being made.</summary>
    InPreparation,

    /// <summary>All of it is made and can be served or fetched.</summary>
    Ready,

    /// <summary>It is on its way to the guest.</summary>
    OutForDelivery,

    /// <summary>The guest has it.</summary>
    Fulfilled,

    /// <summary>The guest has it and it is paid.</summary>
    Completed,

    /// <summary>The restaurant did not take it.</summary>
    Rejected,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>It was called off.</summary>
    Canceled,
}

/// <summary>What can be done with an order.</summary>
public enum OrderAction
{
    /// <summary>Keep it for its time.</summary>
    Schedule,

    /// <summary>Take it and send it to the kitchen.</summary>
    Accept,

    /// <summary>Not take it.</summary>
    Reject,

    /// <summary>Give up waiting for an answer.</summary>
    Expire,

    /// <summary>Begin to make it, or make more of it.</summary>
    Prepare,

    /// <summary>Have made all of it.</summary>
    Finish,

    /// <summary>Send it on its way.</summary>
    Dispatch,

    /// <summary>Hand it over to the guest.</summary>
    Fulfill,

    /// <summary>Close it, paid.</summary>
    Complete,

    /// <summary>Call it off.</summary>
    Cancel,

    /// <summary>Order more with it.</summary>
    AddLines,

    /// <summary>Call for a course of it.</summary>
    FireCourse,

    /// <summary>Keep a course of it back.</summary>
    HoldCourse,

    /// <summary>Bring some of it to the guest.</summary>
    ServeLines,

    /// <summary>Call some of it off.</summary>
    VoidLines,

    /// <summary>Pay it, or some of it.</summary>
    Pay,

    /// <summary>Take something off it.</summary>
    Discount,
}

/// <summary>How orders move.</summary>
public static class OrderStates
{
    private static readonly OrderStatus[] InTheKitchen = [OrderStatus.Accepted, OrderStatus.InPreparation, OrderStatus.Ready];
    private static readonly OrderStatus[] Changeable = [OrderStatus.Placed, OrderStatus.Scheduled, .. InTheKitchen];

    /// <summary>The one table of moves. What is done with lines or money leaves the order where it stands; where it goes then follows from all of its lines.</summary>
    public static TransitionTable<OrderStatus, OrderAction> Table { get; } = new(
    [
        ([OrderStatus.Placed], OrderAction.Schedule, OrderStatus.Scheduled),
        ([OrderStatus.Placed, OrderStatus.Scheduled], OrderAction.Accept, OrderStatus.Accepted),
        ([OrderStatus.Placed], OrderAction.Reject, OrderStatus.Rejected),
        ([OrderStatus.Placed, OrderStatus.Scheduled], OrderAction.Expire, OrderStatus.Expired),
        ([OrderStatus.Accepted, OrderStatus.Ready], OrderAction.Prepare, OrderStatus.InPreparation),
        ([OrderStatus.Accepted, OrderStatus.InPreparation], OrderAction.Finish, OrderStatus.Ready),
        ([OrderStatus.Ready], OrderAction.Dispatch, OrderStatus.OutForDelivery),
        ([OrderStatus.Ready, OrderStatus.OutForDelivery], OrderAction.Fulfill, OrderStatus.Fulfilled),
        ([OrderStatus.Fulfilled], OrderAction.Complete, OrderStatus.Completed),
        ([OrderStatus.Placed, OrderStatus.Scheduled, OrderStatus.Accepted, OrderStatus.InPreparation, OrderStatus.Ready, OrderStatus.OutForDelivery], OrderAction.Cancel, OrderStatus.Canceled),
        .. Within(OrderAction.AddLines, Changeable),
        .. Within(OrderAction.FireCourse, InTheKitchen),
        .. Within(OrderAction.HoldCourse, InTheKitchen),
        .. Within(OrderAction.ServeLines, InTheKitchen),
        .. Within(OrderAction.VoidLines, Changeable),
        .. Within(OrderAction.Pay, [.. Changeable, OrderStatus.OutForDelivery, OrderStatus.Fulfilled, OrderStatus.Completed, OrderStatus.Canceled]),
        .. Within(OrderAction.Discount, [.. Changeable, OrderStatus.OutForDelivery, OrderStatus.Fulfilled]),
    ]);

    /// <summary>Whether an order has come to nothing, but for what was served before.</summary>
    public static bool IsCalledOff(OrderStatus status) => status is OrderStatus.Canceled or OrderStatus.Rejected or OrderStatus.Expired;

    /// <summary>Statuses in which an order is not out of the kitchen's hands.</summary>
    public static IReadOnlyList<OrderStatus> Open { get; } = [.. Enum.GetValues<OrderStatus>().Where(static status => !IsClosed(status))];

    /// <summary>Whether an order is out of the kitchen's hands for good.</summary>
    public static bool IsClosed(OrderStatus status) => Table.Next(status, OrderAction.Cancel) is null;

    private static IEnumerable<(OrderStatus[] From, OrderAction Action, OrderStatus To)> Within(OrderAction action, IEnumerable<OrderStatus> states) =>
        states.Select(state => ((OrderStatus[])[state], action, state));
}
