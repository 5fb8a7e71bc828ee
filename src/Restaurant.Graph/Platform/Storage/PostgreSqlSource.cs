using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>Opens connections to the database of the context that are not those of EF Core.</summary>
internal sealed class PostgreSqlSource(IServiceScopeFactory scopes) : IAsyncDisposable
{
    /// <summary>
    /// Plans for statements are made once and not for the values of each time; nothing is compiled for a query of milliseconds; and nothing can be
    /// written.
    /// </summary>
    private const string ReadingOptions = "-c plan_cache_mode=force_generic_plan -c jit=off -c default_transaction_read_only=on";

    /// <summary>Where a machine is lost without a word, the database notices within eleven seconds, and lets go of what its connections hold.</summary>
    private const string StandingOptions = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    /// <summary>How often one that waits makes sure that the other side is there.</summary>
    private const int SecondsBetweenSigns = 5;

    private readonly Lazy<NpgsqlDataSource> _reading = new(() => NpgsqlDataSource.Create(Configured(scopes, ReadingOptions)));
    private readonly Lazy<NpgsqlDataSource> _standing = new(() => NpgsqlDataSource.Create(Configured(scopes, StandingOptions)));

    /// <summary>For those that only read.</summary>
    public NpgsqlDataSource Reading => _reading.Value;

    /// <summary>For those that are kept open, to listen or to hold a lock.</summary>
    public NpgsqlDataSource Standing => _standing.Value;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var source in new[] { _reading, _standing }.Where(static source => source.IsValueCreated))
        {
            await source.Value.DisposeAsync();
        }
    }

    // They are kept by those who use them, so there is no pool, and who reads has a deadline of their own.
    private static NpgsqlConnectionStringBuilder Configured(IServiceScopeFactory scopes, string options)
    {
        using var scope = scopes.CreateScope();
        var given = new NpgsqlConnectionStringBuilder(scope.ServiceProvider.GetRequiredService<DbContext>().Database.GetConnectionString());
        given.Options = $"{given.Options} {options}".Trim();
        given.Pooling = false;
        given.CommandTimeout = 0;
        given.KeepAlive = given.KeepAlive == 0 ? SecondsBetweenSigns : given.KeepAlive;
        return given;
    }
}
