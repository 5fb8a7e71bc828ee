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

    private const string WrongConnectionString =
        "ConnectionStrings:Restaurant does not fit Database:Provider: Sqlite wants 'Data Source=FILE', PostgreSql wants 'Host=...;Database=...;Username=...'";

    /// <summary>How many connections EF Core opens at the most, beside those that read by plans: Npgsql would take as many as PostgreSQL has in all.</summary>
    private const int MaxPoolSize = 20;

    private const int MaxPoolSizeOfNpgsql = 100;

    /// <summary>How many statements a connection of PostgreSQL keeps prepared.</summary>
    private const int MaxPrepared = 500;

    /// <summary>Adds the context of the database that the configuration names.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSection<DatabaseOptions>("Database").AddOptions<DatabaseOptions>().Validate<IConfiguration>(Fits, WrongConnectionString);
        services.AddDbContext<SqliteDb>(static (provider, options) => options.UseSqlite(SqliteConnectionString(Configured(provider))).UseDirectWrites().UseVisibility());
        services.AddDbContext<PostgreSqlDb>(static (provider, options) => options.UseNpgsql(PostgreSqlConnectionString(Configured(provider))).UsePlainTexts().UseVisibility());
        services.AddScoped<RestaurantDb>(static provider => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.PostgreSql
            ? provider.GetRequiredService<PostgreSqlDb>()
            : provider.GetRequiredService<SqliteDb>());
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

    private static string PostgreSqlConnectionString(string? configured)
    {
        var given = new NpgsqlConnectionStringBuilder(configured);
        given.MaxAutoPrepare = given.MaxAutoPrepare == 0 ? MaxPrepared : given.MaxAutoPrepare;
        given.MaxPoolSize = given.MaxPoolSize == MaxPoolSizeOfNpgsql ? MaxPoolSize : given.MaxPoolSize;
        given.ApplicationName ??= "restaurant-graph";
        return given.ToString();
    }
}
