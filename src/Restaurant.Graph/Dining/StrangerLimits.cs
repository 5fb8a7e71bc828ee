using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>
/// Limits by address of what is open to strangers: to begin visits without a table, and to make reservations. Counted in memory, in each copy of the
/// server by itself; the staff is not counted. Codes are not counted: they cannot be guessed, and a stranger who tries some must not keep those out
/// who have one.
/// </summary>
public sealed class StrangerLimits(IOptions<DiningOptions> options, TimeProvider time)
{
    private readonly AttemptLimiter _visits = new(options.Value.VisitsPerAddress, options.Value.AddressPeriod, time);
    private readonly AttemptLimiter _reservations = new(options.Value.NewReservationsPerAddress, options.Value.AddressPeriod, time);

    /// <summary>Counts a visit without a table; the error if the address can begin no more now.</summary>
    internal AddressLimitError? TakeVisit(Viewer viewer) => Take(_visits, viewer, "visits without a table");

    /// <summary>Counts a reservation; the error if the address can make no more now.</summary>
    internal AddressLimitError? TakeReservation(Viewer viewer) => Take(_reservations, viewer, "new reservations");

    private AddressLimitError? Take(AttemptLimiter limiter, Viewer viewer, string what)
    {
        if (Roles.IsStaff(viewer.Role) || limiter.Take(viewer.Network ?? "") is not { } retryAt)
        {
            return null;
        }

        return AddressLimitError.Of(limiter.Limit, what, options.Value.AddressPeriod, retryAt);
    }
}
