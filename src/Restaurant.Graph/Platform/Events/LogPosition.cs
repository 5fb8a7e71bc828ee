using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Events;

/// <summary>Tells how far the event log has come, for next to nothing: everybody asks who begins to follow.</summary>
internal sealed class LogPosition(IServiceScopeFactory scopes, ReadConnections connections, IOptions<ReadingOptions> options)
{
    private readonly Lazy<Statement> _newest = new(() =>
    {
        using var scope = scopes.CreateScope();
        var events = scope.ServiceProvider.GetRequiredService<DbContext>().Set<Event>();
        return Statement.Of(
            events.OrderByDescending(static happened => happened.Id).Take(1).Select(static happened => new object?[] { happened.Id }), Slots.Open(), columns: 1);
    });

    /// <summary>The number of the newest event; 0 if there is none.</summary>
    public async ValueTask<long> NewestAsync(CancellationToken cancellationToken)
    {
        var newest = new Number();
        await connections.UseAsync(
            options.Value.Timeout, isSnapshot: false, connection => connection.ReadAsync(_newest.Value, new Bindings { ViewerKey = 0 }, newest), cancellationToken);
        return newest.Value;
    }

    private sealed class Number : IRowReader
    {
        public long Value { get; private set; }

        public void Read(Cells cells) => Value = cells.Int64(0);
    }
}
