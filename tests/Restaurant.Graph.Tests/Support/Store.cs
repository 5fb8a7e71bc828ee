using System.Data.Common;

namespace Restaurant.Graph.Tests.Support;

/// <summary>What somebody else does with the store of a restaurant.</summary>
internal static class Store
{
    /// <summary>A connection that the server knows nothing of.</summary>
    public static DbConnection Connect(this RestaurantApp app) => app.Store.Connect();

    /// <summary>Changes something behind the server's back.</summary>
    public static Task ExecuteAsync(this RestaurantApp app, string sql) => app.Store.ExecuteAsync(sql);

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
        await using var connection = app.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" LIMIT 0";
        string[] columns;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
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
