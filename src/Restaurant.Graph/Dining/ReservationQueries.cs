using System.ComponentModel;
using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>Reading the reservation book.</summary>
[QueryType]
public static class ReservationQueries
{
    /// <summary>The reservations.</summary>
    [Authorize(Roles = Roles.Service)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Reservation> Reservations(RestaurantDb db) => db.Reservations;

    /// <summary>The times at which a party of some size can come on a day of the restaurant's own calendar, at each quarter of an hour while it is open.</summary>
    [AllowAnonymous]
    [ListSize(96)]
    public static Task<IReadOnlyList<DateTimeOffset>> Availability(
        [Description("How many come, from 1 to 50; at other sizes nobody can come.")] int partySize,
        [Description("The day. On days that are over or too far ahead nobody can come.")] DateOnly date,
        Viewer viewer,
        ReservationBook book) => book.FreeTimesAsync(partySize, date, isStranger: !Roles.IsStaff(viewer.Role));
}
