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

    /// <summary>The nearest multiple of a number of minor units, half of it away from zero.</summary>
    public Money RoundedTo(int minorUnits) =>
        minorUnits == 1 ? this : new((long)Math.Round((decimal)MinorUnits / minorUnits, MidpointRounding.AwayFromZero) * minorUnits);

    /// <summary>
    /// Divides the amount by weights, to the minor unit: each part gets its share rounded down, and what is left goes to the first parts, one minor
    /// unit each. The parts add up to the amount.
    /// </summary>
    /// <param name="weights">The weights, none negative; if all are 0 they count the same.</param>
    public IReadOnlyList<Money> Split(IReadOnlyList<long> weights)
    {
        long[] even = [.. weights.Any(static weight => weight > 0) ? weights : Enumerable.Repeat(1L, weights.Count)];
        var (amount, whole, sign) = (Int128.Abs(MinorUnits), (Int128)even.Sum(), Math.Sign(MinorUnits));
        long[] parts = [.. even.Select(weight => (long)(amount * weight / whole))];
        var left = (long)amount - parts.Sum();
        for (var index = 0; left > 0; index++)
        {
            if (even[index] > 0)
            {
                (parts[index], left) = (parts[index] + 1, left - 1);
            }
        }

        return [.. parts.Select(part => new Money(part * sign))];
    }
}
