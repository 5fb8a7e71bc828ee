using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>Who comes.</summary>
public sealed record StartVisitInput
{
    /// <summary>What the QR code on the table holds; without it, of somebody who takes away what they order.</summary>
    public string? TableCode { get; init; }
}

/// <summary>Who is led to which table.</summary>
public sealed record SeatPartyInput
{
    /// <summary>The table.</summary>
    public required Id<DiningTable> TableId { get; init; }

    /// <summary>How many they are, from 1 to 50.</summary>
    public required int PartySize { get; init; }

    /// <summary>The reservation that they come with.</summary>
    public Id<Reservation>? ReservationId { get; init; }

    /// <summary>Whether they sit there although they are more than there are seats.</summary>
    public bool? Override { get; init; }
}

/// <summary>Who goes on at which table.</summary>
public sealed record MoveVisitInput : IIdempotentInput
{
    /// <summary>A new UUID for each new thing to do; the same again when the same is sent again, which then is done once.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>The visit.</summary>
    public required Id<Visit> VisitId { get; init; }

    /// <summary>The version of the visit that the person has seen.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The table where they go on, which has to be free.</summary>
    public required Id<DiningTable> TableId { get; init; }

    /// <summary>Whether they sit there although they are more than there are seats.</summary>
    public bool? Override { get; init; }
}

/// <summary>Which party becomes a part of which.</summary>
public sealed record MergeVisitsInput : IIdempotentInput
{
    /// <summary>A new UUID for each new thing to do; the same again when the same is sent again, which then is done once.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>The visit that becomes a part of the other.</summary>
    public required Id<Visit> VisitId { get; init; }

    /// <summary>The version of that visit that the person has seen.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The visit that goes on with both.</summary>
    public required Id<Visit> IntoVisitId { get; init; }
}

/// <summary>Who has left.</summary>
public sealed record CloseVisitInput
{
    /// <summary>The visit.</summary>
    public required Id<Visit> VisitId { get; init; }

    /// <summary>Whether they are let go although they have orders that are open, or not paid; that it was said is written down.</summary>
    public bool? LeaveUnpaid { get; init; }
}

/// <summary>Something that a person does with a table.</summary>
public abstract record TableInput
{
    /// <summary>The table.</summary>
    public required Id<DiningTable> TableId { get; init; }

    /// <summary>The version of the table that the person has seen.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>Which table is laid anew.</summary>
public sealed record MarkTableCleanInput : TableInput;

/// <summary>Where nobody is to sit.</summary>
public sealed record TakeTableOutOfServiceInput : TableInput;

/// <summary>Where parties can sit again.</summary>
public sealed record ReturnTableToServiceInput : TableInput;

/// <summary>Table whose code is replaced.</summary>
public sealed record RenewTableCodeInput : TableInput;

/// <summary>What guests are allergic to.</summary>
public sealed record DeclareAllergiesInput
{
    /// <summary>The visit; may be left out by guests, who declare for their own.</summary>
    public Id<Visit>? VisitId { get; init; }

    /// <summary>All they are allergic to; empty if nothing.</summary>
    public required IReadOnlyList<Allergen> Allergens { get; init; }
}
