using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Dining;

/// <summary>What those who serve do with tables.</summary>
[MutationType]
public static class TableMutations
{
    /// <summary>Notes that a table is laid anew: the next party can sit there.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(TableNotFoundError), typeof(VersionConflictError), typeof(TableActionNotAllowedError))]
    public static Task<Outcome<DiningTable>> MarkTableClean(MarkTableCleanInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, TableAction.Clean, db, time);

    /// <summary>Lets nobody sit at a table until it is returned. Reservations that it was kept for stay, and are seated elsewhere.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(TableNotFoundError), typeof(VersionConflictError), typeof(TableActionNotAllowedError))]
    public static Task<Outcome<DiningTable>> TakeTableOutOfService(TakeTableOutOfServiceInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, TableAction.TakeOutOfService, db, time);

    /// <summary>Lets parties sit at a table again.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(TableNotFoundError), typeof(VersionConflictError), typeof(TableActionNotAllowedError))]
    public static Task<Outcome<DiningTable>> ReturnTableToService(ReturnTableToServiceInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, TableAction.ReturnToService, db, time);

    /// <summary>
    /// Replaces the code of a table, such as one that is known to people who do not sit there. Guests who were let in with it stay; the QR code has to be
    /// printed again.
    /// </summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(TableNotFoundError), typeof(VersionConflictError))]
    public static async Task<Outcome<TableCode>> RenewTableCode(RenewTableCodeInput input, RestaurantDb db)
    {
        var code = await db.TableCodes.Include(known => known.Table).SingleOrDefaultAsync(known => known.TableId == input.TableId.Key && !known.Table.IsRetired);
        if (code is null)
        {
            return TableNotFoundError.Of();
        }

        return code.Table.Version == input.ExpectedVersion ? code.Renew() : VersionConflictError.Of(code.Table.Version);
    }

    /// <summary>A table of the house; null if there is none.</summary>
    internal static Task<DiningTable?> FindAsync(RestaurantDb db, long id) => db.Tables.SingleOrDefaultAsync(table => table.Id == id && !table.IsRetired);

    private static async Task<Outcome<DiningTable>> DoAsync(TableInput input, TableAction action, RestaurantDb db, TimeProvider time) =>
        await FindAsync(db, input.TableId.Key) is not { } table ? TableNotFoundError.Of()
        : table.Version != input.ExpectedVersion ? VersionConflictError.Of(table.Version)
        : table.Do(action, time.GetUtcNow());
}
