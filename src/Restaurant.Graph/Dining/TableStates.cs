using Restaurant.Graph.Platform.States;

namespace Restaurant.Graph.Dining;

/// <summary>Whether a party can sit at a table.</summary>
public enum TableStatus
{
    /// <summary>It is laid, and nobody sits there.</summary>
    Available,

    /// <summary>It is kept for a reservation that is due soon.</summary>
    Reserved,

    /// <summary>A party sits there.</summary>
    Occupied,

    /// <summary>The party has left, and it is not laid anew.</summary>
    Dirty,

    /// <summary>Nobody is to sit there.</summary>
    OutOfService,
}

/// <summary>What can be done with a table.</summary>
public enum TableAction
{
    /// <summary>Keep it for a reservation that is due soon.</summary>
    Hold,

    /// <summary>Keep it no longer.</summary>
    Release,

    /// <summary>Lead a party to it.</summary>
    Seat,

    /// <summary>Lead the party to it that it was kept for.</summary>
    SeatReservation,

    /// <summary>Sit down at it unasked, and scan its code. Guests do not wait for it to be laid.</summary>
    SitDown,

    /// <summary>Leave it.</summary>
    Leave,

    /// <summary>Lay it anew.</summary>
    Clean,

    /// <summary>Let nobody sit there.</summary>
    TakeOutOfService,

    /// <summary>Let parties sit there again.</summary>
    ReturnToService,
}

/// <summary>How tables move.</summary>
public static class TableStates
{
    /// <summary>The one table of moves.</summary>
    public static TransitionTable<TableStatus, TableAction> Table { get; } = new(
        ([TableStatus.Available], TableAction.Hold, TableStatus.Reserved),
        ([TableStatus.Reserved], TableAction.Release, TableStatus.Available),
        ([TableStatus.Available], TableAction.Seat, TableStatus.Occupied),
        ([TableStatus.Available, TableStatus.Reserved], TableAction.SeatReservation, TableStatus.Occupied),
        ([TableStatus.Available, TableStatus.Dirty], TableAction.SitDown, TableStatus.Occupied),
        ([TableStatus.Occupied], TableAction.Leave, TableStatus.Dirty),
        ([TableStatus.Dirty], TableAction.Clean, TableStatus.Available),
        ([TableStatus.Available, TableStatus.Reserved, TableStatus.Dirty], TableAction.TakeOutOfService, TableStatus.OutOfService),
        ([TableStatus.OutOfService], TableAction.ReturnToService, TableStatus.Available));
}
