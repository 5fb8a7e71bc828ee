using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What a cart costs, in whole numbers alone and by nothing that the server reckons with.</summary>
internal sealed record Reckoning(IReadOnlyList<long> Lines, long Subtotal, long Tax, long Service, long Total)
{
    /// <summary>Adds a cart up.</summary>
    /// <param name="card">The menu.</param>
    /// <param name="choices">What was chosen, how many of it, and when.</param>
    /// <param name="terms">By what it is reckoned.</param>
    public static Reckoning Of(MenuCard card, IReadOnlyList<(Dish Dish, DishSize? Size, IReadOnlyList<Modifier> Modifiers, int Quantity, DateTime At)> choices, BillTerms terms)
    {
        long[] lines = [.. choices.Select(choice =>
        {
            var price = (choice.Size?.Price ?? choice.Dish.Price).MinorUnits;
            return Math.Max(0, price + choice.Modifiers.Sum(modifier => modifier.PriceDelta.MinorUnits) + Added(card, choice.Dish, price, choice.At)) * choice.Quantity;
        })];
        var subtotal = lines.Sum();
        var tax = choices.Zip(lines).GroupBy(pair => pair.First.Dish.TaxGroup.BasisPoints).Sum(rate => Part(rate.Sum(pair => pair.Second), rate.Key));
        var service = Part(subtotal, terms.ServiceBasisPoints);
        var exact = subtotal + tax + service;
        return new Reckoning(lines, subtotal, tax, service, Divided(exact, terms.RoundTo) * terms.RoundTo);
    }

    private static long Added(MenuCard card, Dish dish, long price, DateTime at) => card.PriceRules
        .Where(rule => (rule.CategoryId is null || rule.CategoryId == dish.CategoryId) && (rule.DishId is null || rule.DishId == dish.Id) && rule.Windows.Any(window => window.Contains(at)))
        .Select(rule => Math.Max(-price, rule.BasisPoints is { } rate ? Part(price, rate) : rule.MinorUnits ?? 0))
        .DefaultIfEmpty(0)
        .Min();

    private static long Part(long amount, int basisPoints) => Divided(amount * basisPoints, 10_000);

    private static long Divided(long amount, long by) => (Math.Abs(amount) + (by / 2)) / by * Math.Sign(amount);
}
