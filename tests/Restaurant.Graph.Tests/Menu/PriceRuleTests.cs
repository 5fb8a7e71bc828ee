using System.Globalization;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Which price rule counts, and what it makes of a price.</summary>
public sealed class PriceRuleTests
{
    private const long Drinks = 1;
    private const long Food = 2;

    // 13 March 2026 is a Friday.
    private static readonly DateTime HappyHour = new(2026, 3, 13, 17, 30, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData(-2500, 1250, -313)]
    [InlineData(-2500, 1000, -250)]
    [InlineData(-5000, 1, -1)]
    [InlineData(5000, 1, 1)]
    [InlineData(-1, 4999, 0)]
    [InlineData(-1, 5000, -1)]
    [InlineData(-10000, 1250, -1250)]
    [InlineData(10000, 1250, 1250)]
    [InlineData(0, 1250, 0)]
    public void A_percentage_is_rounded_half_away_from_zero(int basisPoints, long price, long added) =>
        Assert.Equal(added, Adjusted([Rule(basisPoints: basisPoints)], Drinks, price)?.Amount.MinorUnits);

    [Theory]
    [InlineData(-150, 1250, -150)]
    [InlineData(-150, 100, -100)]
    [InlineData(-150, 0, 0)]
    [InlineData(150, 0, 150)]
    public void No_price_falls_below_zero(long amount, long price, long added) =>
        Assert.Equal(added, Adjusted([Rule(amount: amount)], Drinks, price)?.Amount.MinorUnits);

    [Fact]
    public void A_rule_is_for_a_category_a_dish_or_everything()
    {
        var rules = new[] { Rule("drinks", amount: -1, category: Drinks), Rule("other-dish", amount: -9, dish: 7) };
        Assert.Equal("drinks", Adjusted(rules, Drinks, 100)?.Rule.Key);
        Assert.Null(Adjusted(rules, Food, 100));
        Assert.Equal("all", Adjusted([.. rules, Rule("all", amount: 5)], Food, 100)?.Rule.Key);
    }

    [Theory]
    [InlineData("2026-03-13 15:59:59", false)]
    [InlineData("2026-03-13 16:00:00", true)]
    [InlineData("2026-03-13 17:59:59", true)]
    [InlineData("2026-03-13 18:00:00", false)]
    [InlineData("2026-03-14 17:00:00", false)]
    public void A_rule_holds_in_its_windows(string local, bool holds) => Assert.Equal(
        holds, Card([Rule(amount: -1)]).AdjustmentOf(Dish(Drinks), new Money(100), DateTime.Parse(local, CultureInfo.InvariantCulture)) is not null);

    [Fact]
    public void Of_several_the_one_that_is_best_for_the_guest_counts()
    {
        // A tenth of 10.00 is less than 1.50, and of 20.00 it is more.
        var rules = new[] { Rule("dearer", basisPoints: 2000), Rule("tenth", basisPoints: -1000), Rule("amount", amount: -150), Rule("same", amount: -150) };
        Assert.Equal(("amount", -150), Told(Adjusted(rules, Drinks, 1000)));
        Assert.Equal(("tenth", -200), Told(Adjusted(rules, Drinks, 2000)));
        Assert.Equal(("dearer", 200), Told(Adjusted(rules[..1], Drinks, 1000)));
    }

    private static (string? Key, long? Amount) Told(PriceAdjustment? adjustment) => (adjustment?.Rule.Key, adjustment?.Amount.MinorUnits);

    private static PriceAdjustment? Adjusted(IReadOnlyList<PriceRule> rules, long category, long price) =>
        Card(rules).AdjustmentOf(Dish(category), new Money(price), HappyHour);

    private static MenuCard Card(IReadOnlyList<PriceRule> rules) => new() { Menus = [], Dishes = new Dictionary<long, Dish>(), Modifiers = new Dictionary<long, Modifier>(), PriceRules = rules };

    private static Dish Dish(long category) => Restaurant.Graph.Menu.Dish.New(
        "soda", new Station { Key = "bar" }, new TaxGroup { Key = "drinks" }, position: 0, new DishEdit { CategoryId = category }, DateTimeOffset.UnixEpoch);

    private static PriceRule Rule(string key = "rule", int? basisPoints = null, long? amount = null, long? category = null, long? dish = null) =>
        new PriceRule { Key = key }.Update(
            new PriceRuleEntry(
                key, key, [new WindowEntry([DayOfWeek.Friday], new TimeOnly(16, 0), new TimeOnly(18, 0))], null, null, basisPoints, PriceRule.AmountOf(amount), []),
            category,
            dish,
            position: 0);
}
