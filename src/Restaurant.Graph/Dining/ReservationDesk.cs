using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Dining;

/// <summary>Where anybody reserves, and calls off what they have reserved.</summary>
public sealed class ReservationDesk(WriteQueue queue, StrangerLimits limits, NetworkHasher networks, TimeProvider time)
{
    private const string CodePath = nameof(CancelReservationByCodeInput.ManageCode);

    /// <summary>Reserves; see <see cref="ReservationBook.TakeAsync"/>.</summary>
    public async Task<Outcome<ReservationReceipt>> TakeAsync(string mutation, ReservationInput input, bool mayWait, Viewer viewer, CancellationToken cancellationToken)
    {
        if (limits.TakeReservation(viewer) is { } fault)
        {
            return fault;
        }

        var code = ManageCode.New();
        var networkHash = Roles.IsStaff(viewer.Role) ? null : networks.HashOf(viewer);
        return await DoAsync(
            mutation,
            viewer,
            code,
            services => services.GetRequiredService<ReservationBook>().TakeAsync(input, code, mayWait, networkHash),
            cancellationToken);
    }

    /// <summary>Calls off what was reserved with a code.</summary>
    public Task<Outcome<ReservationReceipt>> CancelAsync(string mutation, string code, Viewer viewer, CancellationToken cancellationToken)
    {
        var hash = ManageCode.HashOf(code);
        return DoAsync(mutation, viewer, code, CancelAsync, cancellationToken);

        async Task<Outcome<Reservation>> CancelAsync(IServiceProvider services)
        {
            var reservations = services.GetRequiredService<RestaurantDb>().Reservations.Include(reservation => reservation.Table);
            return await reservations.SingleOrDefaultAsync(reservation => reservation.CodeHash == hash) is not { } found
                ? ReservationNotFoundError.Of(CodePath)
                : found.Cancel(time.GetUtcNow(), CodePath);
        }
    }

    private async Task<Outcome<ReservationReceipt>> DoAsync(
        string mutation, Viewer viewer, string code, Func<IServiceProvider, Task<Outcome<Reservation>>> work, CancellationToken cancellationToken)
    {
        Reservation? subject = null;
        var payload = await queue.RunAsync(
            services => services.GetRequiredService<UnitOfWork>().RunAsync(
                async () =>
                {
                    var outcome = await work(services);
                    subject = outcome.Subject;
                    return outcome;
                },
                mutation,
                viewer,
                request: null),
            cancellationToken);
        return subject is null ? payload.Errors.ToList() : ReservationReceipt.Of(subject, code);
    }
}
