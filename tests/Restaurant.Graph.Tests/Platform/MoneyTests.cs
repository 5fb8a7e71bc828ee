using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Tests.Platform;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(10, 500, 1)]
    [InlineData(10, 499, 0)]
    [InlineData(10, 1500, 2)]
    [InlineData(30, 500, 2)]
    [InlineData(1250, 875, 109)]
    [InlineData(0, 1000, 0)]
    [InlineData(999, 0, 0)]
    [InlineData(999, 10_000, 999)]
    public void A_rate_rounds_half_a_minor_unit_away_from_zero(long minorUnits, int basisPoints, long expected)
    {
        Assert.Equal(new Money(expected), new Money(minorUnits).AtRate(basisPoints));
        Assert.Equal(new Money(-expected), new Money(-minorUnits).AtRate(basisPoints));
        Assert.Equal(new Money(-expected), new Money(minorUnits).AtRate(-basisPoints));
    }

    [Fact]
    public void Money_adds_up()
    {
        Assert.Equal(new Money(7), new Money(10) + new Money(-3));
        Assert.Equal(new Money(13), new Money(10) - new Money(-3));
        Assert.Equal(new Money(-30), new Money(-10) * 3);
        Assert.Equal(new Money(10), new Money(10) + Money.Zero);
    }

    [Fact]
    public void Money_that_is_too_much_is_no_money()
    {
        var most = new Money(long.MaxValue);
        Assert.Throws<OverflowException>(() => most + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => most * 2);
        Assert.Throws<OverflowException>(() => most.AtRate(20_000));
    }
}
