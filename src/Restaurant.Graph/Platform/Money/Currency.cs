namespace Restaurant.Graph.Platform.Money;

/// <summary>A currency of ISO 4217: its code, and how many decimals its amounts have.</summary>
public sealed record Currency
{
    // ISO 4217's exceptions to two decimals.
    private static readonly HashSet<string> WithoutDecimals =
        new(["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"], StringComparer.Ordinal);

    private static readonly HashSet<string> WithThreeDecimals =
        new(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], StringComparer.Ordinal);

    private Currency(string code) => Code = code;

    /// <summary>Three upper-case letters.</summary>
    public string Code { get; }

    /// <summary>How many decimals an amount has: 2 for most, 0 or 3 for some.</summary>
    public int Decimals => WithoutDecimals.Contains(Code) ? 0 : WithThreeDecimals.Contains(Code) ? 3 : 2;

    /// <summary>How many minor units make one of the currency.</summary>
    public int Scale => Decimals switch { 0 => 1, 3 => 1000, _ => 100 };

    /// <summary>The currency of a code; throws <see cref="ArgumentException"/> for what cannot be one.</summary>
    public static Currency Of(string code) => IsCode(code)
        ? new Currency(code)
        : throw new ArgumentException($"'{code}' is not a currency code of three upper-case letters.", nameof(code));

    /// <summary>Whether a text has the form of a code.</summary>
    public static bool IsCode(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    /// <summary>An amount with its decimals, trailing zeros kept.</summary>
    public decimal AmountOf(Money money)
    {
        var units = (UInt128)Int128.Abs(money.MinorUnits);
        return new decimal((int)(uint)units, (int)(uint)(units >> 32), 0, money.MinorUnits < 0, (byte)Decimals);
    }

    /// <summary>The money that an amount is; null if it has more decimals than the currency or is too large.</summary>
    public Money? MoneyOf(decimal amount) =>
        Math.Abs(amount) <= 1_000_000_000m && amount * Scale is var units && units == Math.Truncate(units) ? new Money((long)units) : null;
}
