using Restaurant.Graph.Platform.States;

namespace Restaurant.Graph.Dining;

/// <summary>Where a reservation stands.</summary>
public enum ReservationStatus
{
    /// <summary>A table is kept.</summary>
    Booked,

    /// <summary>No table is free at that time; one that becomes free is kept.</summary>
    Waitlisted,

    /// <summary>The party has come and sits.</summary>
    Seated,

    /// <summary>It was called off.</summary>
    Canceled,

    /// <summary>The party has not come.</summary>
    NoShow,
}

/// <summary>What can be done with a reservation.</summary>
public enum ReservationAction
{
    /// <summary>Keep a table for it that has become free.</summary>
    Book,

    /// <summary>Lead the party to a table.</summary>
    Seat,

    /// <summary>Call it off.</summary>
    Cancel,

    /// <summary>Note that the party has not come.</summary>
    MarkNoShow,

    /// <summary>Take that back: the party has come after all, and waits for a table.</summary>
    UndoNoShow,
}

/// <summary>How reservations move.</summary>
public static class ReservationStates
{
    /// <summary>The one table of moves.</summary>
    public static TransitionTable<ReservationStatus, ReservationAction> Table { get; } = new(
        ([ReservationStatus.Waitlisted], ReservationAction.Book, ReservationStatus.Booked),
        ([ReservationStatus.Booked, ReservationStatus.Waitlisted], ReservationAction.Seat, ReservationStatus.Seated),
        ([ReservationStatus.Booked, ReservationStatus.Waitlisted], ReservationAction.Cancel, ReservationStatus.Canceled),
        ([ReservationStatus.Booked], ReservationAction.MarkNoShow, ReservationStatus.NoShow),
        ([ReservationStatus.NoShow], ReservationAction.UndoNoShow, ReservationStatus.Waitlisted));
}
