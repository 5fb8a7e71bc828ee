using System.Text.Json;
using GraphQL;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Orders;

/// <summary>What the lines of one tax rate come to.</summary>
public sealed record TaxShare
{
    /// <summary>The rate, in percent: 8.25.</summary>
    public decimal Percent => BasisPoints / 100m;

    /// <summary>What is taxed: the sum of the lines, without their share of the discount.</summary>
    public required Money Net { get; init; }

    /// <summary>The tax of that sum, rounded half away from zero.</summary>
    public required Money Tax { get; init; }

    /// <summary>The rate in basis points, hundredths of a percent.</summary>
    [Ignore]
    public required int BasisPoints { get; init; }

    internal static TaxShare Of(int basisPoints, Money net) => new() { BasisPoints = basisPoints, Net = net, Tax = net.AtRate(basisPoints) };

    internal static string Write(IEnumerable<TaxShare> shares) => JsonSerializer.Serialize(shares.Select(static share => new[] { share.BasisPoints, share.Net.MinorUnits, share.Tax.MinorUnits }));

    internal static IEnumerable<TaxShare> Read(string stored) => (JsonSerializer.Deserialize<long[][]>(stored) ?? [])
        .Select(static share => new TaxShare { BasisPoints = (int)share[0], Net = new Money(share[1]), Tax = new Money(share[2]) });
}
