namespace Restaurant.Graph.Platform.Money;

/// <summary>A currency of ISO 4217: its code, and how many decimals its amounts have.</summary>
public sealed record Currency
{
    // The currencies in use of ISO 4217, without funds, metals and the codes for tests.
    private static readonly HashSet<string> Known = new(
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUC CUP
        CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY
        KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
        NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND
        TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

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

    /// <summary>The currency of a code; throws <see cref="ArgumentException"/> for an unknown one.</summary>
    public static Currency Of(string code) => IsCode(code)
        ? new Currency(code)
        : throw new ArgumentException($"'{code}' is not a currency code of ISO 4217.", nameof(code));

    /// <summary>Whether a text is the code, in upper-case letters, of a currency in use.</summary>
    public static bool IsCode(string code) => Known.Contains(code);

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
