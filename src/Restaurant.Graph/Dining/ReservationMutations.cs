using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>Reserving tables.</summary>
[MutationType]
public static class ReservationMutations
{
    /// <summary>Reserves the smallest table that is free at that time and has seats for the party.</summary>
    [AllowAnonymous]
    [Errors(
        typeof(InvalidContactError), typeof(InvalidPartySizeError), typeof(PartyTooLargeError), typeof(ReservationTimeNotOfferedError), typeof(NoTableFreeError),
        typeof(AddressLimitError), typeof(TooManyReservationsError), typeof(StaffConfirmationRequiredError))]
    public static Task<Outcome<ReservationReceipt>> ReserveTable(ReserveTableInput input, Viewer viewer, ReservationDesk desk, CancellationToken cancellationToken) =>
        desk.TakeAsync(nameof(ReserveTable), input, mayWait: false, viewer, cancellationToken);

    /// <summary>
    /// Reserves a table as `reserveTable` does, or waits for one: when a table becomes free, by a reservation that is called off or whose party does not
    /// come, by a party that leaves or by the staff, the party that has waited longest and fits gets it, before any that comes.
    /// The staff can book one before that with `bookReservation`.
    /// </summary>
    [AllowAnonymous]
    [Errors(
        typeof(InvalidContactError), typeof(InvalidPartySizeError), typeof(PartyTooLargeError), typeof(ReservationTimeNotOfferedError), typeof(AddressLimitError),
        typeof(TooManyReservationsError))]
    public static Task<Outcome<ReservationReceipt>> JoinWaitlist(JoinWaitlistInput input, Viewer viewer, ReservationDesk desk, CancellationToken cancellationToken) =>
        desk.TakeAsync(nameof(JoinWaitlist), input, mayWait: true, viewer, cancellationToken);

    /// <summary>Calls off what one has reserved oneself.</summary>
    [AllowAnonymous]
    [Errors(typeof(ReservationNotFoundError), typeof(ReservationActionNotAllowedError))]
    public static Task<Outcome<ReservationReceipt>> CancelReservationByCode(
        CancelReservationByCodeInput input, Viewer viewer, ReservationDesk desk, CancellationToken cancellationToken) =>
        desk.CancelAsync(nameof(CancelReservationByCode), input.ManageCode, viewer, cancellationToken);

    /// <summary>Calls a reservation off.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(ReservationNotFoundError), typeof(VersionConflictError), typeof(ReservationActionNotAllowedError))]
    public static Task<Outcome<Reservation>> CancelReservation(CancelReservationInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, db, found => Task.FromResult(found.Cancel(time.GetUtcNow())));

    /// <summary>Books a table for a reservation on the waitlist, also where no more can be reserved without the staff.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(ReservationNotFoundError), typeof(VersionConflictError), typeof(ReservationActionNotAllowedError), typeof(NoTableFreeError))]
    public static Task<Outcome<Reservation>> BookReservation(BookReservationInput input, RestaurantDb db, ReservationBook book) =>
        DoAsync(input, db, book.ConfirmAsync);

    /// <summary>Notes that a party has not come, once its time is there. See `undoNoShow`.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(ReservationNotFoundError), typeof(VersionConflictError), typeof(ReservationActionNotAllowedError))]
    public static Task<Outcome<Reservation>> MarkNoShow(MarkNoShowInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, db, found => Task.FromResult(found.MarkNoShow(time.GetUtcNow())));

    /// <summary>Takes `markNoShow` back: the party has come after all. It gets a table if one is free, or waits, before those who began to wait later.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(ReservationNotFoundError), typeof(VersionConflictError), typeof(ReservationActionNotAllowedError))]
    public static Task<Outcome<Reservation>> UndoNoShow(UndoNoShowInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, db, found => Task.FromResult(found.UndoNoShow(time.GetUtcNow())));

    /// <summary>Leads a party that has reserved for today, or that waits, to a table.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(
        typeof(ReservationNotFoundError), typeof(VersionConflictError), typeof(ReservationActionNotAllowedError), typeof(TableNotFoundError),
        typeof(TableActionNotAllowedError), typeof(PartyTooLargeError))]
    public static Task<Outcome<Visit>> SeatReservation(SeatReservationInput input, RestaurantDb db, Seating seating) =>
        DoAsync(input, db, found => seating.SeatAsync(input.TableId?.Key ?? found.TableId ?? 0, found.PartySize, found, input.Override));

    private static async Task<Outcome<T>> DoAsync<T>(ReservationActionInput input, RestaurantDb db, Func<Reservation, Task<Outcome<T>>> action)
        where T : class =>
        await db.Reservations.Include(known => known.Table).SingleOrDefaultAsync(known => known.Id == input.ReservationId.Key) is not { } reservation ? ReservationNotFoundError.Of()
        : reservation.Version != input.ExpectedVersion ? VersionConflictError.Of(reservation.Version)
        : await action(reservation);
}
