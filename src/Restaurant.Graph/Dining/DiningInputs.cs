using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>Who comes.</summary>
public sealed record StartVisitInput
{
    /// <summary>What the QR code on the table holds; without it, of somebody who takes away what they order.</summary>
    public string? TableCode { get; init; }
}

/// <summary>Who has left.</summary>
public sealed record CloseVisitInput
{
    /// <summary>The visit.</summary>
    public required Id<Visit> VisitId { get; init; }
}

/// <summary>What guests are allergic to.</summary>
public sealed record DeclareAllergiesInput
{
    /// <summary>The visit; may be left out by guests, who declare for their own.</summary>
    public Id<Visit>? VisitId { get; init; }

    /// <summary>All they are allergic to; empty if nothing.</summary>
    public required IReadOnlyList<Allergen> Allergens { get; init; }
}
