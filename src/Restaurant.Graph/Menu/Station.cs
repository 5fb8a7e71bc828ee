using GraphQL;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Menu;

/// <summary>A place in the kitchen where dishes are made: the grill, the oven, the bar.</summary>
public sealed class Station : INode, IPositioned
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The key in the menu file.</summary>
    [Ignore]
    public required string Key { get; init; }

    /// <inheritdoc />
    [Ignore]
    public int Position { get; private set; }

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How many tickets can be in preparation at once.</summary>
    public int Capacity { get; private set; }

    /// <summary>Whether it is no longer there; what has happened at it stays.</summary>
    [Ignore]
    public bool IsRetired { get; private set; }

    internal void Retire() => IsRetired = true;

    internal Station Update(StationEntry entry, int position)
    {
        (Name, Capacity, Position, IsRetired) = (entry.Name, entry.Capacity, position, false);
        return this;
    }
}
