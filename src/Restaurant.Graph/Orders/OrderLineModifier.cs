using GraphQL;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Orders;

/// <summary>A modifier that was chosen with a line.</summary>
public sealed class OrderLineModifier : INode
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The line.</summary>
    [Ignore]
    public OrderLine Line { get => field ?? throw new NotLoadedException(nameof(Line)); private set; }

    /// <summary>The modifier as it is on the menu now; null once it has left the menu.</summary>
    public Modifier? Modifier { get; private set; }

    /// <summary>The key of <see cref="Modifier"/>.</summary>
    public long? ModifierId { get; init; }

    /// <summary>The name when it was ordered.</summary>
    public required string Name { get; init; }

    /// <summary>What it added to the price of one or, negative, took off: no more than there was.</summary>
    public required Money PriceDelta { get; init; }
}
