using Restaurant.Graph.Orders;

namespace Restaurant.Graph.Reports;

/// <summary>A line that was sold, with what it counts for; in queries only.</summary>
internal sealed class Sold
{
    /// <summary>The key of what it counts for; null if it is nothing that is there any more.</summary>
    public required long? Key { get; init; }

    /// <summary>Its name.</summary>
    public required string? Name { get; init; }

    /// <summary>The order.</summary>
    public required long OrderId { get; init; }

    /// <summary>How many portions.</summary>
    public required int Quantity { get; init; }

    /// <summary>What they cost, in minor units.</summary>
    public required long Net { get; init; }

    /// <summary>The lines of orders, each for its dish.</summary>
    public static IQueryable<Sold> Dishes(IQueryable<Order> orders) => orders.SelectMany(
        order => order.Lines.Where(line => line.Status != LineStatus.Voided),
        (order, line) => new Sold { Key = line.DishId, Name = line.Dish.Name, OrderId = order.Id, Quantity = line.Quantity, Net = line.LineTotal.MinorUnits });

    /// <summary>The lines of orders, each for the category of its dish.</summary>
    public static IQueryable<Sold> Categories(IQueryable<Order> orders) => orders.SelectMany(
        order => order.Lines.Where(line => line.Status != LineStatus.Voided),
        (order, line) => new Sold { Key = line.Dish.CategoryId, Name = line.Dish.Category!.Name, OrderId = order.Id, Quantity = line.Quantity, Net = line.LineTotal.MinorUnits });
}
