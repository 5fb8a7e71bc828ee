namespace Restaurant.Bench.Contenders.EntityFramework;

/// <summary>The body of a request.</summary>
internal sealed record PlaceOrderRequest(PlaceOrderVariables Variables);

/// <summary>Its variables.</summary>
internal sealed record PlaceOrderVariables(PlaceOrderInput Input);

/// <summary>What is ordered.</summary>
internal sealed record PlaceOrderInput(Guid IdempotencyKey, string Type, IReadOnlyList<PlaceOrderLine> Lines);

/// <summary>One position.</summary>
internal sealed record PlaceOrderLine(string DishId, int Quantity);

/// <summary>The body of an answer.</summary>
internal sealed record PlaceOrderAnswer(PlaceOrderData Data)
{
    /// <summary>Tells of an order.</summary>
    public static PlaceOrderAnswer Of(Order order) => new(new PlaceOrderData(new PlaceOrderPayload(OrderAnswer.Of(order), null)));

    /// <summary>Tells why there is none.</summary>
    public static PlaceOrderAnswer Not(string error) => new(new PlaceOrderData(new PlaceOrderPayload(null, [new Dictionary<string, string> { ["__typename"] = error }])));
}

/// <summary>Its data.</summary>
internal sealed record PlaceOrderData(PlaceOrderPayload PlaceOrder);

/// <summary>The order, or errors.</summary>
internal sealed record PlaceOrderPayload(OrderAnswer? Order, IReadOnlyList<Dictionary<string, string>>? Errors);

/// <summary>What is told of an order.</summary>
internal sealed record OrderAnswer(string Id, int Number, string Status, int Version, TotalAnswer Total)
{
    /// <summary>That of a row.</summary>
    public static OrderAnswer Of(Order order) => new(
        Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"Order:{order.Id}")), order.Number, order.Status, order.Version, new TotalAnswer(order.Total));
}

/// <summary>What is told of its total.</summary>
internal sealed record TotalAnswer(long MinorUnits);
