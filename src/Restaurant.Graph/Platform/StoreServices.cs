using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Events.PostgreSql;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Reading.Sql.PostgreSql;
using Restaurant.Graph.Platform.Reading.Sql.Sqlite;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform;

/// <summary>Registers what differs from database to database, of which one is that of the configuration.</summary>
internal static class StoreServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services) => services
        .AddSingleton<PostgreSqlSource>()
        .AddSingleton(static provider => new Leadership(
            provider.GetRequiredService<PostgreSqlSource>(), provider.GetRequiredService<IOptions<DatabaseOptions>>(), provider.GetRequiredService<ILogger<Leadership>>(), provider.GetRequiredService<FaultLog>()))
        .AddHostedService(static provider => provider.GetRequiredService<Leadership>())
        .AddHostedService<EventListener>()
        .AddEither<StoreSize, SqliteStoreSize, PostgreSqlStoreSize>()
        .AddEither<ReadConnections, SqliteReadConnections, PostgreSqlReadConnections>()
        .AddEither<StoreVersion, SqliteStoreVersion, PostgreSqlStoreVersion>();

    private static IServiceCollection AddEither<T, TSqlite, TPostgreSql>(this IServiceCollection services)
        where T : class
        where TSqlite : class, T
        where TPostgreSql : class, T =>
        services.AddSingleton<TSqlite>().AddSingleton<TPostgreSql>().AddSingleton<T>(static provider =>
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.PostgreSql
                ? provider.GetRequiredService<TPostgreSql>()
                : provider.GetRequiredService<TSqlite>());
}
