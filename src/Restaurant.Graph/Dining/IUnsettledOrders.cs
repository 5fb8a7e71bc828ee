namespace Restaurant.Graph.Dining;

/// <summary>The orders that keep a party from leaving, which another feature knows.</summary>
public interface IUnsettledOrders
{
    /// <summary>The numbers of the orders of a visit, and of those at its table that are of none, that are open or not paid.</summary>
    Task<IReadOnlyList<int>> FindAsync(Visit visit);

    /// <summary>Leaves the orders at its table that are of no visit with a party that is let go, so that the next party does not take them over.</summary>
    Task LeaveAsync(Visit visit);
}
