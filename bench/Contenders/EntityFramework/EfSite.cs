using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Restaurant.Bench.Contenders.EntityFramework;

/// <summary>Takes orders with EF Core, a context a request.</summary>
internal static class EfSite
{
    private const long Full = 2;

    /// <summary>Answers POST /graphql until the process is told to stop.</summary>
    public static async Task<int> RunAsync(string url, string database)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = database, ForeignKeys = true }.ToString();
        await CheckAsync(connectionString);
        return await Site.RunAsync(
            url,
            services => services.AddDbContext<OrdersDb>(options => options.UseSqlite(connectionString)).AddScoped<OrderService>().AddSingleton<OrderLock>(),
            static app => app.MapPost("/graphql", static (PlaceOrderRequest request, OrderService orders, CancellationToken cancellationToken) =>
                orders.PlaceAsync(request.Variables.Input, cancellationToken)));
    }

    // What SQLite is built with here; were it less, an acknowledged order might not outlive a loss of power, and nothing could be compared.
    private static async Task CheckAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        var level = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        if (level < Full)
        {
            throw new InvalidOperationException($"SQLite syncs less than it has to: {level}.");
        }
    }
}
