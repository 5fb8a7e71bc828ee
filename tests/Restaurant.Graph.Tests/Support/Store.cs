using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Platform.Reading.Sql.Sqlite;

namespace Restaurant.Graph.Tests.Support;

/// <summary>What somebody else does with the file of a restaurant.</summary>
internal static class Store
{
    /// <summary>A connection that the server knows nothing of.</summary>
    public static async Task<SqliteConnection> ConnectAsync(this RestaurantApp app)
    {
        var connection = new SqliteConnection(app.Services.GetRequiredService<SqliteReadConnections>().ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Changes something behind the server's back.</summary>
    public static async Task ExecuteAsync(this RestaurantApp app, string sql)
    {
        await using var connection = await app.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A copy of the file of a restaurant, as it is now.</summary>
    public static async Task<string> CopyFileAsync(this RestaurantApp app)
    {
        var path = Database.NewPath();
        await app.ExecuteAsync($"VACUUM INTO '{path}'");
        return path;
    }

    /// <summary>Makes every order a hundred, with all that belongs to it.</summary>
    public static async Task MultiplyOrdersAsync(this RestaurantApp app)
    {
        await app.CopyAsync("Orders", "Id", "Number");
        await app.CopyAsync("OrderLines", "Id", "OrderId");
        await app.CopyAsync("OrderLineModifiers", "Id", "OrderLineId");
        await app.CopyAsync("Tickets", "Id", "OrderId");
        await app.CopyAsync("OrderLineTicket", "LinesId", "TicketId");
        await app.CopyAsync("Events", "Number", "OrderId", "TicketId");
    }

    private static async Task CopyAsync(this RestaurantApp app, string table, params string[] keys)
    {
        await using var connection = await app.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        var columns = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        command.CommandText = $"""
            WITH RECURSIVE copies(copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy < 99)
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", columns.Select(column => keys.Contains(column, StringComparer.Ordinal) ? $"\"{column}\" + copy * 1000" : $"\"{column}\""))}
            FROM "{table}", copies
            """;
        await command.ExecuteNonQueryAsync();
    }
}
