using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Tests.Platform;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(1000, 825, 83)]
    [InlineData(100, 800, 8)]
    [InlineData(10, 500, 1)]
    [InlineData(10, 499, 0)]
    [InlineData(30, 500, 2)]
    [InlineData(-10, 500, -1)]
    [InlineData(-10, 499, 0)]
    [InlineData(-30, 500, -2)]
    [InlineData(0, 10_000, 0)]
    [InlineData(1, 10_000, 1)]
    [InlineData(12345, 0, 0)]
    [InlineData(1, 5_000, 1)]
    [InlineData(-1, 5_000, -1)]
    [InlineData(3, 5_000, 2)]
    [InlineData(9_000_000_000_000_000_000, 1, 900_000_000_000_000)]
    public void A_rate_is_rounded_half_away_from_zero(long minorUnits, int basisPoints, long expected) =>
        Assert.Equal(new Money(expected), new Money(minorUnits).AtRate(basisPoints));

    [Fact]
    public void Every_amount_is_rounded_as_whole_numbers_say()
    {
        for (var units = -2_000L; units <= 2_000; units++)
        {
            foreach (var basisPoints in new[] { 1, 333, 500, 825, 875, 1_025, 5_000, 9_999 })
            {
                var (quotient, rest) = Math.DivRem(Math.Abs(units) * basisPoints, 10_000);
                Assert.Equal(Math.Sign(units) * (quotient + (rest * 2 >= 10_000 ? 1 : 0)), new Money(units).AtRate(basisPoints).MinorUnits);
            }
        }
    }

    [Fact]
    public void Money_is_added_taken_away_and_multiplied()
    {
        Assert.Equal(new Money(150), new Money(100) + new Money(50));
        Assert.Equal(new Money(-50), new Money(50) - new Money(100));
        Assert.Equal(new Money(-300), new Money(-100) * 3);
        Assert.Equal(Money.Zero, new Money(5) * 0);
    }

    [Fact]
    public void An_amount_that_is_too_large_is_an_error_and_not_another_amount()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) * 2);
    }
}
