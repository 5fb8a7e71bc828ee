using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Payments;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>Carts of the real menu, by chance, as many as <c>CARTS</c> says: what is quoted is what is ordered, and each cent of it is in one of its parts.</summary>
public sealed class CartPropertyTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly DateTime Monday = new(2026, 3, 9);

    private MenuCard? _card;
    private Dish[]? _dishes;

    private MenuCard Card => _card ??= CardAsync().GetAwaiter().GetResult();

    private Dish[] Dishes => _dishes ??= [.. Card.Dishes.Values.OrderBy(dish => dish.Id)];

    // What is quoted is made of the cart at once, what is ordered line by line, and what both have to be is reckoned apart.
    [ManyTimes("CARTS", 20_000, Arbitrary = [typeof(Carts)])]
    public void A_cart_costs_the_sum_of_its_parts_however_it_is_split(CartSketch cart)
    {
        var order = Placed(cart, cart.Lines.Take(1));
        foreach (var line in cart.Lines.Skip(1))
        {
            Assert.NotNull(order.Add([LineOf(line)], DateTimeOffset.UnixEpoch).Subject);
        }

        var quote = Quote.Of(Placed(cart, cart.Lines));
        var due = Reckoning.Of(Card, [.. cart.Lines.Select(Choice)], cart.Terms);
        Assert.Equal(due.Lines, quote.Lines.Select(line => line.LineTotal.MinorUnits));
        Assert.Equal(due.Lines, order.Lines.Select(line => line.LineTotal.MinorUnits));
        Assert.Equal((due.Subtotal, due.Tax, due.Service, due.Total), (quote.Subtotal.MinorUnits, quote.Tax.MinorUnits, quote.ServiceCharge.MinorUnits, quote.Total.MinorUnits));
        Assert.Equal((quote.Subtotal, quote.Tax, quote.ServiceCharge, quote.Rounding, quote.Total), (order.Subtotal, order.Tax, order.ServiceCharge, order.Rounding, order.Total));
        AssertAddsUp(quote, cart.Terms.RoundTo);
        Assert.Equal(quote.Taxes, TaxShare.Read(order.TaxShares));
        Assert.Equal(quote.Total, order.Balance);
        foreach (var by in Enum.GetValues<BillSplit>())
        {
            var parts = by == BillSplit.Evenly ? BillPart.Of(order, cart.Parts) : BillPart.Of(order, by, []);
            Assert.Equal(quote.Total, Sum(parts.Select(part => part.Amount)));
            Assert.True(by != BillSplit.Evenly || parts.Max(part => part.Amount.MinorUnits) - parts.Min(part => part.Amount.MinorUnits) <= 1);
        }
    }

    [ManyTimes("CARTS", 20_000, Arbitrary = [typeof(Carts)])]
    public void A_discount_is_taken_off_to_the_cent_however_the_rest_is_split(CartSketch cart)
    {
        var order = Placed(cart, cart.Lines);
        var discount = cart.Parts % 2 == 0 ? new Discount(cart.Parts * 199, null) : new Discount(null, new Money(cart.Parts * 111));
        order.Reduce(discount, "Chance", DateTimeOffset.UnixEpoch);
        Assert.InRange(order.Discount.MinorUnits, 0, order.Subtotal.MinorUnits);
        Assert.Equal(order.Total, order.Subtotal - order.Discount + order.Tax + order.ServiceCharge + order.Rounding);
        Assert.Equal(order.Subtotal - order.Discount, Sum(TaxShare.Read(order.TaxShares).Select(share => share.Net)));
        Assert.Equal(order.Tax, Sum(TaxShare.Read(order.TaxShares).Select(share => share.Tax)));
        foreach (var by in new[] { BillSplit.BySeat, BillSplit.ByLine })
        {
            var parts = BillPart.Of(order, by, []);
            Assert.Equal(order.Total, Sum(parts.Select(part => part.Amount)));
            Assert.All(parts, part => Assert.InRange(part.Amount.MinorUnits, 0, order.Total.MinorUnits));
        }
    }

    private static void AssertAddsUp(Quote quote, int roundTo)
    {
        Assert.Equal(quote.Total, quote.Subtotal + quote.Tax + quote.ServiceCharge + quote.Rounding);
        Assert.Equal(quote.Subtotal, Sum(quote.Taxes.Select(share => share.Net)));
        Assert.Equal(quote.Tax, Sum(quote.Taxes.Select(share => share.Tax)));
        Assert.Equal(0, quote.Total.MinorUnits % roundTo);
        Assert.True(Math.Abs(quote.Rounding.MinorUnits) * 2 <= roundTo);
        foreach (var line in quote.Lines)
        {
            Assert.Equal(line.LineTotal, ((line.UnitPrice + Sum(line.Modifiers.Select(modifier => modifier.PriceDelta))) * line.Quantity) + line.Adjustment);
        }
    }

    private static Order Placed(CartSketch cart, IEnumerable<OrderLine> lines) =>
        Order.Place(new OrderHeader(1, OrderType.DineIn, Place.Nowhere, null, null, Contact.None, [], cart.Terms), lines, DateTimeOffset.UnixEpoch);

    private Order Placed(CartSketch cart, IEnumerable<LineSketch> lines) => Placed(cart, lines.Select(LineOf));

    private (Dish Dish, DishSize? Size, IReadOnlyList<Modifier> Modifiers, int Quantity, DateTime At) Choice(LineSketch sketch)
    {
        var dish = Dishes[sketch.Dish % Dishes.Length];
        return (
            dish,
            dish.Sizes.OrderBy(size => size.Position).Skip(sketch.Skip).FirstOrDefault(),
            [.. dish.ModifierGroups.SelectMany(group => group.Modifiers.Skip(sketch.Skip).Take(group.MaxSelections))],
            sketch.Quantity,
            Monday.AddHours(sketch.Hour));
    }

    private OrderLine LineOf(LineSketch sketch)
    {
        var (dish, size, modifiers, quantity, at) = Choice(sketch);
        var choice = new DishChoice(dish, size, modifiers, Card.AdjustmentOf(dish, size?.Price ?? dish.Price, at));
        return OrderLine.Of(new OrderLineInput { DishId = new Id<Dish>(dish.Id), Quantity = quantity, Seat = sketch.Seat }, choice);
    }

    private async Task<MenuCard> CardAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MenuCards>().CurrentAsync(scope.ServiceProvider.GetRequiredService<RestaurantDb>());
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, static (sum, amount) => sum + amount);

    /// <summary>A cart as chance has it.</summary>
    public sealed record CartSketch(IReadOnlyList<LineSketch> Lines, BillTerms Terms, int Parts);

    /// <summary>A line of it.</summary>
    public sealed record LineSketch(int Dish, int Skip, int Quantity, int? Seat, int Hour);

    /// <summary>What chance chooses from.</summary>
    public static class Carts
    {
        public static Arbitrary<CartSketch> Cart() => Arb.From(
            from lines in Gen.NonEmptyListOf(Line)
            from service in Gen.Elements(0, 1250, 1000, 777)
            from roundTo in Gen.Elements(1, 5, 10, 100)
            from parts in Gen.Choose(1, 50)
            select new CartSketch([.. lines.Take(12)], new BillTerms(service, roundTo), parts));

        private static Gen<LineSketch> Line =>
            from dish in Gen.Choose(0, 10_000)
            from skip in Gen.Choose(0, 4)
            from quantity in Gen.Frequency((9, Gen.Choose(1, 5)), (1, Gen.Choose(1, 99)))
            from seat in Gen.Choose(0, 6)
            from hour in Gen.Choose(0, (7 * 24) - 1)
            select new LineSketch(dish, skip, quantity, seat == 0 ? null : seat, hour);
    }
}
