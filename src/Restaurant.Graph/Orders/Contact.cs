using Restaurant.Graph.Dining;

namespace Restaurant.Graph.Orders;

/// <summary>Whom an order is for, and where it is brought to.</summary>
internal sealed record Contact(string? Name, string? Phone, string? Address)
{
    private const int MaxName = 100;
    private const int MaxPhone = 30;
    private const int MaxAddress = 300;

    /// <summary>Nobody, and nowhere.</summary>
    public static Contact None { get; } = new(null, null, null);

    /// <summary>That of an order; none where only the price is asked for.</summary>
    public static Contact Of(OrderInput input) => input is PlaceOrderInput placing ? new(placing.ContactName, placing.ContactPhone, placing.DeliveryAddress) : None;

    /// <summary>What is wrong with that of an order; only whoever brings it to a door has to know where that is, and whose.</summary>
    public static IEnumerable<InvalidContactError> FaultsOf(OrderInput input)
    {
        var (contact, isNeeded) = (Of(input), input is PlaceOrderInput { Type: OrderType.Delivery });
        return new[]
        {
            InvalidContactError.For(contact.Name, isNeeded, nameof(PlaceOrderInput.ContactName), MaxName),
            InvalidContactError.For(contact.Phone, isNeeded: false, nameof(PlaceOrderInput.ContactPhone), MaxPhone),
            InvalidContactError.For(contact.Address, isNeeded, nameof(PlaceOrderInput.DeliveryAddress), MaxAddress),
        }.OfType<InvalidContactError>();
    }
}
