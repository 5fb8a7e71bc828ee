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

    /// <summary>The languages (BCP 47) that the menu can be read in, its own first. Ask for one by the header `Accept-Language`.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Whether it takes orders now.</summary>
    public required bool IsOpen { get; init; }
}
