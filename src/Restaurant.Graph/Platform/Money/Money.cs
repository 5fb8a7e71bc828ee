namespace Restaurant.Graph.Platform.Money;

/// <summary>An amount in the one currency of the server.</summary>
public readonly record struct Money(long MinorUnits)
{
    /// <summary>Nothing.</summary>
    public static Money Zero { get; }

    /// <summary>The sum.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.MinorUnits + right.MinorUnits));

    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.MinorUnits - right.MinorUnits));

    /// <summary>So many times the amount.</summary>
    public static Money operator *(Money money, int times) => new(checked(money.MinorUnits * times));

    /// <summary>The part that a rate in basis points (1/10,000) makes of the amount, half a minor unit rounded away from zero.</summary>
    public Money AtRate(int basisPoints) =>
        new((long)Math.Round((decimal)MinorUnits * basisPoints / 10_000m, MidpointRounding.AwayFromZero));
}
