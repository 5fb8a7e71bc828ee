namespace Restaurant.Graph.Tests.Properties;

/// <summary>What there is in a store room, and what of that is promised, by the key of the ingredient.</summary>
internal sealed class Shelf
{
    /// <summary>What there is.</summary>
    public SortedDictionary<long, int> OnHand { get; } = [];

    /// <summary>What of that is promised.</summary>
    public SortedDictionary<long, int> Reserved { get; } = [];

    /// <summary>How much was promised in all.</summary>
    public long EverReserved { get; private set; }

    /// <summary>Gives something a place.</summary>
    public void Open(long ingredient, int quantity) => (OnHand[ingredient], Reserved[ingredient]) = (quantity, 0);

    /// <summary>Promises something, or, with -1, no more.</summary>
    public void Reserve(Dictionary<long, int> takes, int sign)
    {
        foreach (var (ingredient, quantity) in takes)
        {
            Reserved[ingredient] += sign * quantity;
            EverReserved += sign > 0 ? quantity : 0;
        }
    }

    /// <summary>Uses something.</summary>
    public void Use(Dictionary<long, int> takes)
    {
        foreach (var (ingredient, quantity) in takes)
        {
            OnHand[ingredient] -= quantity;
        }
    }
}
