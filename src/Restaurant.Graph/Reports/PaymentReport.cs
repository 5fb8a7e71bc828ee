using Restaurant.Graph.Payments;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Reports;

/// <summary>What was paid, and paid back.</summary>
public sealed record PaymentReport
{
    /// <summary>The ways to pay by which money has come or gone.</summary>
    [ListSize(3)]
    public required IReadOnlyList<MethodTakings> Methods { get; init; }
}

/// <summary>What was paid in one way.</summary>
public sealed record MethodTakings
{
    /// <summary>How.</summary>
    public required PaymentMethod Method { get; init; }

    /// <summary>How many payments were taken.</summary>
    public required int Payments { get; init; }

    /// <summary>What they came to, without tips.</summary>
    public required Money Captured { get; init; }

    /// <summary>What was given beside that.</summary>
    public required Money Tips { get; init; }

    /// <summary>What was paid back, be it of payments of these days or of earlier ones.</summary>
    public required Money Refunded { get; init; }

    /// <summary>`captured` and `tips` without `refunded`; negative if more was paid back than was taken.</summary>
    public required Money Net { get; init; }
}
