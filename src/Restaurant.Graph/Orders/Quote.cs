using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Orders;

/// <summary>What an order would come to: each cent of `total` is in one of its parts.</summary>
public sealed record Quote
{
    /// <summary>What the lines would come to, in their order.</summary>
    [ListSize(6)]
    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>The sum of the lines, before tax.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>What would be taken off that sum: nothing, since that is for a manager to say of an order that is placed.</summary>
    public required Money Discount { get; init; }

    /// <summary>The tax rate by rate, the lowest first.</summary>
    [ListSize(3)]
    public required IReadOnlyList<TaxShare> Taxes { get; init; }

    /// <summary>The tax of all rates.</summary>
    public required Money Tax { get; init; }

    /// <summary>What is charged for service at the table, not taxed.</summary>
    public required Money ServiceCharge { get; init; }

    /// <summary>What rounding the total adds or, negative, takes off.</summary>
    public required Money Rounding { get; init; }

    /// <summary>`subtotal` without `discount`, and `tax`, `serviceCharge` and `rounding`.</summary>
    public required Money Total { get; init; }

    internal static Quote Of(Order order) => new()
    {
        Lines = [.. order.Lines.Select(QuoteLine.Of)],
        Subtotal = order.Subtotal,
        Discount = order.Discount,
        Taxes = [.. TaxShare.Read(order.TaxShares)],
        Tax = order.Tax,
        ServiceCharge = order.ServiceCharge,
        Rounding = order.Rounding,
        Total = order.Total,
    };
}

/// <summary>What a line would come to.</summary>
public sealed record QuoteLine
{
    /// <summary>The name of the dish.</summary>
    public required string DishName { get; init; }

    /// <summary>The name of its size; null where it comes in one only.</summary>
    public required string? SizeName { get; init; }

    /// <summary>How many.</summary>
    public required int Quantity { get; init; }

    /// <summary>The price of one, before modifiers and tax.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>What the modifiers add to the price of one.</summary>
    [ListSize(3)]
    public required IReadOnlyList<QuoteModifier> Modifiers { get; init; }

    /// <summary>What a price rule adds to the price of all of them or, negative, takes off.</summary>
    public required Money Adjustment { get; init; }

    /// <summary>The name of that rule; null if none holds.</summary>
    public required string? PriceRuleName { get; init; }

    /// <summary>`quantity` times `unitPrice` and the modifiers' `priceDelta`, and the `adjustment`, before tax.</summary>
    public required Money LineTotal { get; init; }

    internal static QuoteLine Of(OrderLine line) => new()
    {
        DishName = line.DishName,
        Quantity = line.Quantity,
        SizeName = line.SizeName,
        UnitPrice = line.UnitPrice,
        Adjustment = line.Adjustment,
        PriceRuleName = line.PriceRuleName,
        Modifiers = [.. line.Modifiers.Select(static chosen => new QuoteModifier(chosen.Name, chosen.PriceDelta))],
        LineTotal = line.LineTotal,
    };
}

/// <summary>What a modifier would add.</summary>
/// <param name="Name">The name.</param>
/// <param name="PriceDelta">What it adds to the price of one; may be nothing or negative, but takes no more off than there is.</param>
public sealed record QuoteModifier(string Name, Money PriceDelta);
