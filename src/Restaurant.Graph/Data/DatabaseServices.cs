using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Writing.Sqlite;

namespace Restaurant.Graph.Data;

/// <summary>Registers the store.</summary>
internal static class DatabaseServices
{
    private const string DefaultConnectionString = "Data Source=restaurant.db";

    /// <summary>How many statements a connection of PostgreSQL keeps prepared.</summary>
    private const int MaxPrepared = 500;

    /// <summary>Adds the context of the database that the configuration names.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSection<DatabaseOptions>("Database");
        services.AddDbContext<SqliteDb>(static (provider, options) => options.UseSqlite(SqliteConnectionString(Configured(provider))).UseDirectWrites().UseVisibility());
        services.AddDbContext<PostgreSqlDb>(static (provider, options) => options.UseNpgsql(PostgreSqlConnectionString(Configured(provider))).UsePlainTexts().UseVisibility());
        services.AddScoped<RestaurantDb>(static provider => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.PostgreSql
            ? provider.GetRequiredService<PostgreSqlDb>()
            : provider.GetRequiredService<SqliteDb>());
        return services.AddSingleton<DatabaseStartup>().AddHostedService(static provider => provider.GetRequiredService<DatabaseStartup>());
    }

    private static string? Configured(IServiceProvider provider) => provider.GetRequiredService<IConfiguration>().GetConnectionString("Restaurant");

    private static string SqliteConnectionString(string? configured) =>
        new SqliteConnectionStringBuilder(configured ?? DefaultConnectionString) { ForeignKeys = true, DefaultTimeout = 10 }.ToString();

    private static string PostgreSqlConnectionString(string? configured)
    {
        var given = new NpgsqlConnectionStringBuilder(configured);
        given.MaxAutoPrepare = given.MaxAutoPrepare == 0 ? MaxPrepared : given.MaxAutoPrepare;
        given.ApplicationName ??= "restaurant-graph";
        return given.ToString();
    }
}
