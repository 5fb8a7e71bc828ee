using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Restaurant.Graph.Data.Startup;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Writing.Sqlite;

namespace Restaurant.Graph.Data;

/// <summary>Registers the store.</summary>
internal static class DatabaseServices
{
    private const string DefaultConnectionString = "Data Source=restaurant.db";

    private const string WrongConnectionString =
        "ConnectionStrings:Restaurant does not fit Database:Provider: Sqlite wants 'Data Source=FILE', PostgreSql wants 'Host=...;Database=...;Username=...'.";

    /// <summary>
    /// What holds unless it is given otherwise: of EF Core's connections, beside those that read by plans, Npgsql would open as many as PostgreSQL has in
    /// all, and none would keep a statement prepared.
    /// </summary>
    private const string UsualPostgreSql = "Maximum Pool Size=20;Max Auto Prepare=500;Application Name=restaurant-graph;";

    /// <summary>Adds the context of the database that the configuration names.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSection<DatabaseOptions>("Database").AddOptions<DatabaseOptions>().Validate<IConfiguration>(Fits, WrongConnectionString);
        services.AddDbContext<SqliteDb>(static (provider, options) => options.UseSqlite(SqliteConnectionString(Configured(provider))).UseDirectWrites().UseVisibility().LeaveFaultsToCallers());
        services.AddDbContext<PostgreSqlDb>(static (provider, options) => options.UseNpgsql(PostgreSqlConnectionString(Configured(provider))).UsePlainTexts().UseVisibility().LeaveFaultsToCallers());
        services.AddScoped<RestaurantDb>(static provider => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.PostgreSql
            ? provider.GetRequiredService<PostgreSqlDb>()
            : provider.GetRequiredService<SqliteDb>());
        services.AddSingleton<DatabaseLock>().AddSingleton<DatabaseMigrator>();
        return services.AddSingleton<DatabaseStartup>().AddHostedService(static provider => provider.GetRequiredService<DatabaseStartup>());
    }

    private static string? Configured(IServiceProvider provider) => Configured(provider.GetRequiredService<IConfiguration>());

    private static string? Configured(IConfiguration configuration) => configuration.GetConnectionString("Restaurant");

    private static bool Fits(DatabaseOptions options, IConfiguration configuration)
    {
        try
        {
            return options.Provider == DatabaseProvider.PostgreSql
                ? new NpgsqlConnectionStringBuilder(Configured(configuration)).Host is { Length: > 0 }
                : new SqliteConnectionStringBuilder(Configured(configuration) ?? DefaultConnectionString).DataSource.Length > 0;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private static string SqliteConnectionString(string? configured) =>
        new SqliteConnectionStringBuilder(configured ?? DefaultConnectionString) { ForeignKeys = true, DefaultTimeout = 10 }.ToString();

    // Of what is said twice the last counts.
    private static string PostgreSqlConnectionString(string? configured) => new NpgsqlConnectionStringBuilder(UsualPostgreSql + configured).ToString();
}
