using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>The coming and going of guests.</summary>
[MutationType]
public static class VisitMutations
{
    /// <summary>
    /// Lets a guest in, with a token for their visit. Who scans the code of a table where a party sits is one of that party. Nobody sits down
    /// unasked at a table that is kept for a reservation, or out of service, or where a party that came long ago (`Dining:MaxVisit`) has something open
    /// or unpaid.
    /// </summary>
    [AllowAnonymous]
    [Errors(typeof(TableCodeNotFoundError), typeof(TableActionNotAllowedError), typeof(AddressLimitError))]
    public static Task<Outcome<AccessToken>> StartVisit(StartVisitInput input, Viewer viewer, Door door, CancellationToken cancellationToken) =>
        door.EnterAsync(input.TableCode, viewer, cancellationToken);

    /// <summary>Leads a party to a table that is free, or that is kept for its reservation.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(
        typeof(InvalidPartySizeError), typeof(TableNotFoundError), typeof(TableActionNotAllowedError), typeof(PartyTooLargeError),
        typeof(ReservationNotFoundError), typeof(ReservationActionNotAllowedError))]
    public static async Task<Outcome<Visit>> SeatParty(SeatPartyInput input, RestaurantDb db, Seating seating)
    {
        var reservation = input.ReservationId is { } id ? await db.Reservations.SingleOrDefaultAsync(known => known.Id == id.Key) : null;
        return input.ReservationId is not null && reservation is null
            ? ReservationNotFoundError.Of()
            : await seating.SeatAsync(input.TableId.Key, input.PartySize, reservation, input.Override);
    }

    /// <summary>Leads a party to another table, which has to be free. Its open orders follow; the table before is to be laid anew.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(
        typeof(VisitNotFoundError), typeof(VersionConflictError), typeof(VisitActionNotAllowedError), typeof(TableNotFoundError),
        typeof(TableActionNotAllowedError), typeof(PartyTooLargeError))]
    public static async Task<Outcome<Visit>> MoveVisit(MoveVisitInput input, RestaurantDb db, TimeProvider time) =>
        await FindAsync(db, input.VisitId.Key) is not { } visit ? VisitNotFoundError.Of()
        : visit.Version != input.ExpectedVersion ? VersionConflictError.Of(visit.Version)
        : await TableMutations.FindAsync(db, input.TableId.Key) is not { } table ? TableNotFoundError.Of()
        : PartyTooLargeError.For(table, visit.PartySize, input.Override) is { } fault ? fault
        : visit.MoveTo(table, time.GetUtcNow());

    /// <summary>
    /// Makes two parties one. The orders of the one follow to the other, its guests see what the others see and stay as long as they do, and its
    /// table is to be laid anew.
    /// </summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(VisitNotFoundError), typeof(VersionConflictError), typeof(VisitActionNotAllowedError), typeof(SameVisitError))]
    public static async Task<Outcome<Visit>> MergeVisits(MergeVisitsInput input, RestaurantDb db, TimeProvider time) =>
        input.VisitId == input.IntoVisitId ? SameVisitError.Of()
        : await FindAsync(db, input.VisitId.Key) is not { } visit ? VisitNotFoundError.Of()
        : visit.Version != input.ExpectedVersion ? VersionConflictError.Of(visit.Version)
        : await FindAsync(db, input.IntoVisitId.Key) is not { } party ? VisitNotFoundError.Of(nameof(input.IntoVisitId))
        : visit.MergeInto(party, time.GetUtcNow());

    /// <summary>The visit with all that moves with it; null if there is none.</summary>
    internal static Task<Visit?> FindAsync(RestaurantDb db, long id) => db.Visits
        .Include(visit => visit.Table)
        .Include(visit => visit.Merged)
        .AsSplitQuery()
        .SingleOrDefaultAsync(visit => visit.Id == id);
}
