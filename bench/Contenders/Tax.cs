namespace Restaurant.Bench.Contenders;

/// <summary>What an order is taxed.</summary>
internal static class Tax
{
    /// <summary>The sum over the rates: for each that of the sum of its lines, rounded half away from zero.</summary>
    public static long Of(IEnumerable<(int BasisPoints, long LineTotal)> lines) => lines
        .GroupBy(static line => line.BasisPoints, static line => line.LineTotal)
        .Sum(static rate => (long)Math.Round((decimal)rate.Sum() * rate.Key / 10_000m, MidpointRounding.AwayFromZero));
}
