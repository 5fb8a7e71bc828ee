using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Menu;

/// <summary>The restaurant.</summary>
[Name("Restaurant")]
public sealed record RestaurantInfo
{
    /// <summary>The name over the door.</summary>
    public required string Name { get; init; }

    /// <summary>The one currency of all its prices.</summary>
    [OutputType<NonNullGraphType<CurrencyCodeType>>]
    public required string Currency { get; init; }

    /// <summary>The time zone (IANA) of its opening hours.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Whether it takes orders now.</summary>
    public required bool IsOpen { get; init; }
}
