namespace Restaurant.Graph.Orders;

/// <summary>How the guest gets the order.</summary>
public enum OrderType
{
    /// <summary>At the table.</summary>
    DineIn,

    /// <summary>Over the counter, to take away.</summary>
    Takeaway,

    /// <summary>Brought to the guest's door.</summary>
    Delivery,
}
