namespace Restaurant.Graph.Inventory;

/// <summary>Why something was thrown away.</summary>
public enum WasteReason
{
    /// <summary>It went bad, or its date has passed.</summary>
    Spoiled,

    /// <summary>It was dropped, broken or burnt.</summary>
    Damaged,

    /// <summary>More was made than was wanted.</summary>
    Overproduced,

    /// <summary>It came back from the guest.</summary>
    Returned,

    /// <summary>It was made for an order that was called off; the server books that itself.</summary>
    CalledOff,

    /// <summary>For another reason, which the note tells.</summary>
    Other,
}
