namespace Restaurant.Graph.Orders;

/// <summary>What of an order decides what can be done with it.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Type">How the guest gets it.</param>
/// <param name="LineStatuses">Where its lines stand, as <see cref="LineStatusSet"/> writes it.</param>
/// <param name="Open">What nobody has paid or promised to pay yet, in minor units.</param>
public sealed record OrderSituation(OrderStatus Status, OrderType Type, string LineStatuses, long Open);
