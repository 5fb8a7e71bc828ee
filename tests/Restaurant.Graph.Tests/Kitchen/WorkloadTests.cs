using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Kitchen;

/// <summary>Placing an order costs the same however many tickets are open.</summary>
public sealed class WorkloadTests
{
    private const int OpenTickets = 5_000;

    [Theory]
    [InlineData("QUEUED", "NULL")]
    [InlineData("IN_PREPARATION", "'2026-03-14T12:00:00.000Z'")]
    public async Task Placing_an_order_reads_no_more_with_thousands_of_open_tickets_than_with_none(string status, string dueAt)
    {
        var counter = new RowCounter();
        await using var app = await RestaurantApp.OpenAsync(
            services => services
                .ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(counter))
                .ConfigureDbContext<PostgreSqlDb>(options => options.AddInterceptors(counter)),
            RestaurantApp.AlwaysOpen, "--Kitchen:AutoAccept=true", "--Orders:CheckInterval=00:10:00");
        await app.PlaceAsync(Steps.Pizza);
        var none = await counter.OfAsync(() => app.PlaceAsync(Steps.Pizza));
        await app.ExecuteAsync($"""
            WITH RECURSIVE copies(copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy < {OpenTickets})
            INSERT INTO "Tickets" ("OrderId", "StationId", "Course", "Status", "Version", "WorkMinutes", "ExpectedMinutes", "QueuedAt", "DueAt")
            SELECT "OrderId", "StationId", "Course", '{status}', 1, "WorkMinutes", "ExpectedMinutes", "QueuedAt", {dueAt}
            FROM "Tickets" JOIN copies ON "Id" = 1
            """);
        Assert.Equal(OpenTickets + 2, (await app.Client.QueryAsync("{ tickets { totalCount } }"))["tickets"]!.Number("totalCount"));
        var many = await counter.OfAsync(() => app.PlaceAsync(Steps.Pizza));
        Assert.Equal(none, many);
    }

    private sealed class RowCounter : DbCommandInterceptor
    {
        private int _statements;
        private int _rows;

        /// <summary>How many statements EF Core sends while something is done, and how many rows it reads.</summary>
        public async Task<(int Statements, int Rows)> OfAsync(Func<Task> work)
        {
            (_statements, _rows) = (0, 0);
            await work();
            return (_statements, _rows);
        }

        public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
        {
            Interlocked.Increment(ref _statements);
            Interlocked.Add(ref _rows, eventData.ReadCount);
            return result;
        }
    }
}
