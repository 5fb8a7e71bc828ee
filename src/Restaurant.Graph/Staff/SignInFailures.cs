using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Staff;

/// <summary>
/// Writes failed sign-ins down once a minute: an audit entry for each member of the staff whose name was tried, and one line of the log for all.
/// Not at once, because an answer that waits for an entry would tell that the name exists.
/// </summary>
public sealed partial class SignInFailures(WriteQueue queue, TimeProvider time, ILogger<SignInFailures> logger, FaultLog faults)
    : Recurring(TimeSpan.FromMinutes(1), time, faults)
{
    private readonly Lock _lock = new();
    private readonly ILogger _logger = logger;
    private Dictionary<long, (int Count, string? Address)> _failures = [];
    private int _count;

    /// <summary>Notes a failure.</summary>
    /// <param name="member">The member whose name was tried; null if there is no such name.</param>
    /// <param name="viewer">The client.</param>
    internal void Add(StaffMember? member, Viewer viewer)
    {
        lock (_lock)
        {
            _count++;
            if (member is not null)
            {
                _failures[member.Id] = (_failures.GetValueOrDefault(member.Id).Count + 1, viewer.Address);
            }
        }
    }

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var (count, failures) = Drain();
        if (count == 0)
        {
            return;
        }

        LogFailures(count, failures.Count);
        foreach (var (member, failed) in failures)
        {
            await queue.RunAsync(services => WriteAsync(services, member, failed.Count, Viewer.Nobody with { Address = failed.Address }), cancellationToken);
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RunAsync(cancellationToken);
    }

    private static Task<Payload> WriteAsync(IServiceProvider services, long id, int count, Viewer viewer) => services.GetRequiredService<UnitOfWork>().RunAsync<StaffMember>(
        async () =>
        {
            var member = await services.GetRequiredService<RestaurantDb>().Staff.SingleAsync(known => known.Id == id);
            services.GetRequiredService<AuditTrail>().Note($"{count} failed under the name {member.Name}, the last of them from this address");
            return member;
        },
        nameof(StaffMutations.SignIn),
        viewer,
        request: null);

    private (int Count, Dictionary<long, (int Count, string? Address)> Failures) Drain()
    {
        lock (_lock)
        {
            var drained = (_count, _failures);
            (_count, _failures) = (0, []);
            return drained;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Failures} sign-ins have failed since the last such line, under the names of {Members} members of the staff")]
    private partial void LogFailures(int failures, int members);
}
