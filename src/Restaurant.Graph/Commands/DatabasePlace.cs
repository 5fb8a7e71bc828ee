using Microsoft.EntityFrameworkCore;
using Npgsql;
using Restaurant.Graph.Data;
using Restaurant.Graph.Data.Copying;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Commands;

/// <summary>Where the database of the configuration is, as people are told it: without a password.</summary>
internal static class DatabasePlace
{
    /// <summary>That of an application.</summary>
    public static string Of(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return Of(scope.ServiceProvider.GetRequiredService<RestaurantDb>());
    }

    /// <summary>That of a context.</summary>
    public static string Of(RestaurantDb db) => db.Database.GetDbConnection() is NpgsqlConnection { ConnectionString: var address }
        ? new CopyPlace(DatabaseProvider.PostgreSql, address).ToString()
        : Path.GetFullPath(db.Database.GetDbConnection().DataSource);

    /// <summary>Says where something was changed. What a command writes for others to read stays as it is.</summary>
    public static Task TellAsync(IServiceProvider services) => Console.Error.WriteLineAsync($"Database: {Of(services)}");
}
