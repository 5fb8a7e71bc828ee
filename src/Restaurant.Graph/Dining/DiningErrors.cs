using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Dining;

/// <summary>The code is on no table.</summary>
public sealed record TableCodeNotFoundError : MutationError
{
    internal static TableCodeNotFoundError Of() => new() { Message = "This code is on no table.", Path = InputPath.Of(nameof(StartVisitInput.TableCode)) };
}

/// <summary>No table has this id.</summary>
public sealed record TableNotFoundError : MutationError
{
    internal static TableNotFoundError Of() => new() { Message = "There is no such table.", Path = InputPath.Of("tableId") };
}

/// <summary>The table is in a state in which this cannot be done with it.</summary>
public sealed record TableActionNotAllowedError : MutationError
{
    /// <summary>What was to be done.</summary>
    public required TableAction Action { get; init; }

    /// <summary>What the table is now.</summary>
    public required TableStatus Status { get; init; }

    internal static TableActionNotAllowedError Of(TableAction action, TableStatus status) => new()
    {
        Message = $"{GraphNames.Constant(action.ToString())} is not possible with a table that is {GraphNames.Constant(status.ToString())}.",
        Path = action == TableAction.SitDown ? InputPath.Of(nameof(StartVisitInput.TableCode)) : InputPath.Of("tableId"),
        Action = action,
        Status = status,
    };
}

/// <summary>The party is larger than the number of seats at the table, or at the largest table of the house. The staff can say `override` to seat it all the same.</summary>
public sealed record PartyTooLargeError : MutationError
{
    /// <summary>How many guests can sit at the table.</summary>
    public required int Seats { get; init; }

    /// <summary>How many they are.</summary>
    public required int PartySize { get; init; }

    /// <summary>The error of a party that fits at no table of the house, and would wait for ever; null where there is one.</summary>
    internal static PartyTooLargeError? ForHouse(int seats, int partySize) => partySize > seats
        ? new()
        {
            Message = $"The party of {partySize} is larger than the largest table, which has {seats} seats. Make several reservations, or ask the staff.",
            Path = InputPath.Of("partySize"),
            Seats = seats,
            PartySize = partySize,
        }
        : null;

    /// <summary>The error of a party that does not fit; null where it does, where nobody has counted it, or where a person wants it so.</summary>
    internal static PartyTooLargeError? For(DiningTable table, int? partySize, bool? isOverridden) => partySize > table.Seats && isOverridden is not true
        ? new()
        {
            Message = $"The party of {partySize} is larger than the table, which has {table.Seats} seats.",
            Path = InputPath.Of("tableId"),
            Seats = table.Seats,
            PartySize = partySize.Value,
        }
        : null;
}

/// <summary>The number of guests is out of its bounds.</summary>
public sealed record InvalidPartySizeError : MutationError
{
    private const int Most = 50;

    /// <summary>The largest party there may be.</summary>
    public required int MaxPartySize { get; init; }

    /// <summary>The error of a size; null where there is nothing wrong with it.</summary>
    internal static InvalidPartySizeError? For(int partySize) => partySize is < 1 or > Most
        ? new() { Message = $"The party size is {partySize} where it has to be 1 to {Most}.", Path = InputPath.Of("partySize"), MaxPartySize = Most }
        : null;
}
