using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Tests.Platform;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("USD", 2, 100, "-12.30")]
    [InlineData("JPY", 0, 1, "-1230")]
    [InlineData("KWD", 3, 1000, "-1.230")]
    public void An_amount_has_the_decimals_of_its_currency(string code, int decimals, int scale, string amount)
    {
        var currency = Currency.Of(code);
        Assert.Equal((decimals, scale), (currency.Decimals, currency.Scale));
        Assert.Equal(amount, currency.AmountOf(new Money(-1230)).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("USD", "12.5", 1250L)]
    [InlineData("USD", "-0.01", -1L)]
    [InlineData("USD", "0.001", null)]
    [InlineData("JPY", "12", 12L)]
    [InlineData("JPY", "12.0", 12L)]
    [InlineData("JPY", "12.5", null)]
    [InlineData("KWD", "0.001", 1L)]
    [InlineData("KWD", "0.0001", null)]
    [InlineData("USD", "1000000000", 100_000_000_000L)]
    [InlineData("USD", "1000000000.01", null)]
    [InlineData("USD", "79228162514264337593543950335", null)]
    public void An_amount_is_money_if_the_currency_can_show_it(string code, string amount, long? minorUnits) =>
        Assert.Equal(minorUnits, Currency.Of(code).MoneyOf(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))?.MinorUnits);

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public void Any_number_of_minor_units_is_an_amount(long minorUnits) =>
        Assert.Equal(minorUnits, Currency.Of("KWD").AmountOf(new Money(minorUnits)) * 1000);

    [Theory]
    [InlineData("")]
    [InlineData("usd")]
    [InlineData("US")]
    [InlineData("USDX")]
    [InlineData("ÜSD")]
    [InlineData("XXQ")]
    [InlineData("XTS")]
    [InlineData("XAU")]
    public void A_code_is_that_of_a_currency_in_use(string code) => Assert.Throws<ArgumentException>(() => Currency.Of(code));
}
