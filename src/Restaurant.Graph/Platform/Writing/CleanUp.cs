using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>Removes events and idempotency records that need not be kept any longer, a few at a time, so that nobody waits for it.</summary>
public sealed class CleanUp(
    WriteQueue queue, IOptions<WritingOptions> writing, IOptions<EventOptions> events, TimeProvider time, FaultLog faults, Leadership leadership)
    : Recurring(writing.Value.CleanUpInterval, time, faults, leadership)
{
    private const int BatchSize = 500;

    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await queue.RunAsync(RemoveEventsAsync, cancellationToken) == BatchSize)
        {
        }

        while (await queue.RunAsync(RemoveRecordsAsync, cancellationToken) == BatchSize)
        {
        }
    }

    // From the beginning of the log up to the first that is kept. The last event always is: it tells how far the log has come.
    private async Task<int> RemoveEventsAsync(IServiceProvider services)
    {
        var log = services.GetRequiredService<DbContext>().Set<Event>();
        var oldest = _time.GetUtcNow() - events.Value.Retention;
        var next = await log.OrderBy(happened => happened.Id).Take(BatchSize + 1).Select(happened => new { happened.Id, happened.OccurredAt }).ToListAsync();
        var removed = next.SkipLast(1).TakeWhile(happened => happened.OccurredAt < oldest).Select(happened => happened.Id).ToList();
        return removed is [.., var last] ? await log.Where(happened => happened.Id <= last).ExecuteDeleteAsync() : 0;
    }

    private async Task<int> RemoveRecordsAsync(IServiceProvider services)
    {
        var records = services.GetRequiredService<DbContext>().Set<IdempotencyRecord>();
        var oldest = _time.GetUtcNow() - writing.Value.KeepKeys;
        var keys = await records.Where(record => record.CreatedAt < oldest).OrderBy(record => record.CreatedAt).Take(BatchSize).Select(record => record.Key).ToListAsync();
        return keys.Count == 0 ? 0 : await records.Where(record => keys.Contains(record.Key)).ExecuteDeleteAsync();
    }
}
