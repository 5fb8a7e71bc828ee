using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Dining;

/// <summary>What whoever reserves is told of it.</summary>
public sealed record ReservationReceipt
{
    /// <summary>The id of the reservation.</summary>
    [OutputType<NonNullGraphType<IdGraphType>>]
    public required string ReservationId { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReservationStatus Status { get; init; }

    /// <summary>How many come.</summary>
    public required int PartySize { get; init; }

    /// <summary>When they come.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Until when a table is kept for them.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>A secret by which they can call it off. It is told once, and not stored.</summary>
    public required string ManageCode { get; init; }

    internal static ReservationReceipt Of(Reservation reservation, string manageCode) => new()
    {
        ReservationId = new GlobalId(GraphNames.Of(typeof(Reservation)), reservation.Id).ToString(),
        Status = reservation.Status,
        PartySize = reservation.PartySize,
        StartsAt = reservation.StartsAt,
        EndsAt = reservation.EndsAt,
        ManageCode = manageCode,
    };
}
