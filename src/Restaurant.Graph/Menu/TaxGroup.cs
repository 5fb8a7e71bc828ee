using GraphQL;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>Dishes that are taxed at one rate.</summary>
public sealed class TaxGroup : INode
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The key in the menu file.</summary>
    [Ignore]
    public required string Key { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The rate in basis points, hundredths of a percent: 825 is 8.25 %.</summary>
    public int BasisPoints { get; private set; }

    /// <summary>Whether it is no longer in use; dishes that have left the menu keep it.</summary>
    [Ignore]
    public bool IsRetired { get; private set; }

    internal void Retire() => IsRetired = true;

    internal TaxGroup Update(TaxGroupEntry entry)
    {
        (Name, BasisPoints, IsRetired) = (entry.Name, entry.BasisPoints, false);
        return this;
    }
}
