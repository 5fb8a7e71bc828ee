using System.Globalization;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Tests.Platform;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("USD", 1250, "12.50")]
    [InlineData("USD", 0, "0.00")]
    [InlineData("USD", -50, "-0.50")]
    [InlineData("USD", 1, "0.01")]
    [InlineData("EUR", 100, "1.00")]
    [InlineData("JPY", 1250, "1250")]
    [InlineData("JPY", -1, "-1")]
    [InlineData("KWD", 1250, "1.250")]
    [InlineData("KWD", -1, "-0.001")]
    [InlineData("USD", long.MaxValue, "92233720368547758.07")]
    [InlineData("USD", long.MinValue, "-92233720368547758.08")]
    [InlineData("JPY", long.MinValue, "-9223372036854775808")]
    public void An_amount_has_the_decimals_of_its_currency(string code, long minorUnits, string amount) =>
        Assert.Equal(amount, Currency.Of(code).AmountOf(new Money(minorUnits)).ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("USD", "12.50", 1250L)]
    [InlineData("USD", "12.5", 1250L)]
    [InlineData("USD", "-0.01", -1L)]
    [InlineData("USD", "12.500", 1250L)]
    [InlineData("USD", "12.505", null)]
    [InlineData("JPY", "1250", 1250L)]
    [InlineData("JPY", "1250.0", 1250L)]
    [InlineData("JPY", "1250.5", null)]
    [InlineData("KWD", "1.255", 1255L)]
    [InlineData("KWD", "1.2555", null)]
    [InlineData("USD", "1000000000", 100_000_000_000L)]
    [InlineData("USD", "1000000000.01", null)]
    [InlineData("USD", "-79228162514264337593543950335", null)]
    public void An_amount_that_its_currency_cannot_express_is_none(string code, string amount, long? minorUnits) =>
        Assert.Equal(minorUnits, Currency.Of(code).MoneyOf(decimal.Parse(amount, CultureInfo.InvariantCulture))?.MinorUnits);

    [Theory]
    [InlineData("USD", 2, 100)]
    [InlineData("JPY", 0, 1)]
    [InlineData("KWD", 3, 1000)]
    public void A_currency_knows_its_decimals(string code, int decimals, int scale) =>
        Assert.Equal((decimals, scale), (Currency.Of(code).Decimals, Currency.Of(code).Scale));

    [Theory]
    [InlineData("")]
    [InlineData("US")]
    [InlineData("usd")]
    [InlineData("USDT")]
    [InlineData("ÜSD")]
    [InlineData("U D")]
    public void What_is_not_three_upper_case_letters_is_no_currency(string code) => Assert.Throws<ArgumentException>(() => Currency.Of(code));
}
