using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>A party of guests, from their coming to their leaving: those who sit at a table, or somebody who takes away what they order.</summary>
public sealed class Visit : INode
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>Where they sit; null if they take away what they order.</summary>
    public DiningTable? Table { get; private set; }

    /// <summary>The key of <see cref="Table"/>.</summary>
    public long? TableId { get; init; }

    /// <summary>When they came.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When they left; null while they are there.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What they are allergic to, as far as they have said.</summary>
    public IReadOnlyList<Allergen> Allergies { get; private set; } = [];

    /// <summary>Says what they are allergic to.</summary>
    internal Visit DeclareAllergies(IEnumerable<Allergen> allergies)
    {
        Allergies = [.. allergies.Distinct().Order()];
        return this;
    }

    /// <summary>Notes that they have left.</summary>
    internal Visit Close(DateTimeOffset now)
    {
        ClosedAt ??= now;
        return this;
    }
}
