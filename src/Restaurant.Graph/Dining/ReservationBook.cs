using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Dining;

/// <summary>Keeps tables for parties that come later.</summary>
public sealed class ReservationBook(RestaurantDb db, NewRows rows, Waitlist waitlist, OpeningHours hours, RestaurantClock clock, IOptions<DiningOptions> options)
{
    private const int MaxName = 100;
    private const int MaxPhone = 30;

    /// <summary>The steps between the times at which parties can come.</summary>
    internal static TimeSpan Grid { get; } = TimeSpan.FromMinutes(15);

    /// <summary>A reservation with the smallest table that is free and fits; without one it waits, if it may.</summary>
    /// <param name="input">Who comes when.</param>
    /// <param name="manageCode">The code by which it can be canceled.</param>
    /// <param name="mayWait">Whether it may go on the waitlist.</param>
    /// <param name="networkHash">The hash of the network of a stranger, whose reservations are bounded; null for the staff.</param>
    public async Task<Outcome<Reservation>> TakeAsync(ReservationInput input, string manageCode, bool mayWait, string? networkHash)
    {
        if (await FaultsAsync(input) is { Count: > 0 } faults)
        {
            return faults;
        }

        if (networkHash is not null && await TooManyAsync(networkHash) is { } tooMany)
        {
            return tooMany;
        }

        // What has become free by the clock goes to those who wait.
        await waitlist.ServeAsync();
        var ends = input.StartsAt + options.Value.TurnTimeOf(input.PartySize);
        var times = await TableTimes.ReadAsync(db, options.Value, clock.Now, input.StartsAt, ends);
        var table = times.BestFit(input.PartySize, input.StartsAt, ends);
        if (table is null && !mayWait)
        {
            return NoTableFreeError.Of();
        }

        if (table is not null && !times.HasRoomFor(networkHash, input.StartsAt, ends, options.Value.UnconfirmedTableShare))
        {
            if (!mayWait)
            {
                return StaffConfirmationRequiredError.Of(times.ShareOf(options.Value.UnconfirmedTableShare));
            }

            table = null;
        }

        var reservation = new Reservation
        {
            Name = input.Name,
            Phone = input.Phone,
            PartySize = input.PartySize,
            StartsAt = input.StartsAt.ToUniversalTime(),
            EndsAt = ends.ToUniversalTime(),
            CodeHash = ManageCode.HashOf(manageCode),
            NetworkHash = networkHash,
        }.Begin(table, clock.Now);
        rows.Add(reservation);
        return reservation;
    }

    /// <summary>Keeps a table for a reservation on the waitlist because the staff says so, whatever bounds strangers have.</summary>
    public async Task<Outcome<Reservation>> ConfirmAsync(Reservation reservation)
    {
        if (ReservationStates.Table.Next(reservation.Status, ReservationAction.Book) is null)
        {
            return ReservationActionNotAllowedError.At("reservationId", ReservationAction.Book, reservation.Status);
        }

        var times = await TableTimes.ReadAsync(db, options.Value, clock.Now, reservation.StartsAt, reservation.EndsAt);
        return times.BestFit(reservation.PartySize, reservation.StartsAt, reservation.EndsAt) is { } table
            ? reservation.Confirm(table, clock.Now)
            : NoTableFreeError.Of(nameof(BookReservationInput.ReservationId));
    }

    /// <summary>When a party can come on a day of the restaurant's own calendar.</summary>
    /// <param name="partySize">How many come.</param>
    /// <param name="date">The day.</param>
    /// <param name="isStranger">Whether only those times count at which a table can be reserved without the staff.</param>
    public async Task<IReadOnlyList<DateTimeOffset>> FreeTimesAsync(int partySize, DateOnly date, bool isStranger)
    {
        var today = DateOnly.FromDateTime(clock.Local);
        if (InvalidPartySizeError.For(partySize) is not null || date < today || date > today.AddDays(options.Value.BookAhead.Days))
        {
            return [];
        }

        var turn = options.Value.TurnTimeOf(partySize);
        var starts = QuartersOf(date);
        var times = await TableTimes.ReadAsync(db, options.Value, clock.Now, starts[0], starts[^1] + turn);
        var free = new List<DateTimeOffset>();
        var maxTables = times.ShareOf(options.Value.UnconfirmedTableShare);
        foreach (var start in starts.Where(start => times.BestFit(partySize, start, start + turn) is not null
            && (!isStranger || times.HasRoomForStranger(start, start + turn, maxTables))))
        {
            if (await IsOfferedAsync(start))
            {
                free.Add(start);
            }
        }

        return free;
    }

    // What is not open any more has no hash, except where a time went by and the staff has said nothing of it.
    private async Task<TooManyReservationsError?> TooManyAsync(string networkHash)
    {
        var (max, now) = (options.Value.ReservationsPerAddress, clock.Now);
        if (max == 0)
        {
            return null;
        }

        var open = await db.Reservations.CountAsync(reservation => reservation.NetworkHash == networkHash && reservation.EndsAt > now);
        return open < max ? null : TooManyReservationsError.Of(max);
    }

    // Instants and not times of the clock: where clocks change, a day has some that the clock shows twice, or lacks some.
    private DateTimeOffset[] QuartersOf(DateOnly date)
    {
        var (most, first) = (TimeSpan.FromHours(14), new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        return
        [
            .. Enumerable.Range(0, (int)((most + most + TimeSpan.FromDays(1)) / Grid))
                .Select(step => first - most + (step * Grid))
                .Where(instant => DateOnly.FromDateTime(clock.LocalAt(instant)) == date),
        ];
    }

    private async Task<bool> IsOfferedAsync(DateTimeOffset starts) =>
        starts >= clock.Now && starts <= clock.Now + options.Value.BookAhead && starts.UtcTicks % Grid.Ticks == 0 && await hours.IsOpenAsync(starts);

    private async Task<int> LargestTableAsync() => await db.Tables.Where(table => !table.IsRetired).MaxAsync(table => (int?)table.Seats) ?? 0;

    private async Task<List<MutationError>> FaultsAsync(ReservationInput input)
    {
        MutationError?[] faults =
        [
            InvalidContactError.For(input.Name, isNeeded: true, nameof(input.Name), MaxName),
            InvalidContactError.For(input.Phone, isNeeded: false, nameof(input.Phone), MaxPhone),
            InvalidPartySizeError.For(input.PartySize) ?? (MutationError?)PartyTooLargeError.ForHouse(await LargestTableAsync(), input.PartySize),
            await IsOfferedAsync(input.StartsAt) ? null : ReservationTimeNotOfferedError.Of(),
        ];
        return [.. faults.OfType<MutationError>()];
    }
}
