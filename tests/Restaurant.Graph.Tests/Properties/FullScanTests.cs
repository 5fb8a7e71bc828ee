using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;
using Restaurant.Graph.Staff;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>After years an order has to be placed as fast as on the first evening.</summary>
[Trait("Store", "File")]
public sealed partial class FullScanTests
{
    private const int Steps = 400;

    private static readonly string[] Growing =
    [
        "AuditEntries", "Events", "Idempotency", "OrderLineIngredients", "OrderLineModifiers", "OrderLineTicket", "OrderLines", "Orders", "Payments", "Refunds", "Reservations",
        "StockMovements", "Tickets", "Visits",
    ];

    [Fact]
    public async Task No_deed_reads_a_table_that_grows_from_end_to_end()
    {
        var listener = new Listener();
        var app = await RestaurantApp.OpenAsync(
            services => services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(listener)),
            RestaurantApp.AlwaysOpen, "--Orders:AnswerWithin=01:00:00", "--Kitchen:MaxWaitMinutes=120");
        await app.HireAsync(DiningDeeds.Name, StaffRole.Waiter, DiningDeeds.Secret);
        var dishes = await DishView.AllAsync(app.Client);
        var chance = new Chance(app, seed: 1, dishes, new Account(dishes));
        await chance.BeginAsync();
        for (var step = 0; step < Steps; step++)
        {
            await chance.StepAsync(Deed.All);
        }

        var scans = listener.Texts.Keys.SelectMany(text => ScansOf(app.Store, text)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.True(listener.Texts.Count > 50, $"{listener.Texts.Count} statements.");
        Assert.Empty(scans);
        await app.DisposeAsync();
    }

    private static IEnumerable<string> ScansOf(TestStore store, string text)
    {
        var tables = Named().Matches(text).ToLookup(match => match.Groups["alias"].Value, match => match.Groups["table"].Value, StringComparer.Ordinal);
        return from row in store.Rows($"EXPLAIN QUERY PLAN {text}")
               let scan = Scan().Match((string)row[3])
               where scan.Success && !text.Contains("LIMIT", StringComparison.Ordinal)
               let table = tables[scan.Groups["alias"].Value].FirstOrDefault(scan.Groups["alias"].Value)
               where Growing.Contains(table, StringComparer.Ordinal)
               select $"{row[3]}: {text.ReplaceLineEndings(" ")}";
    }

    [GeneratedRegex(@"(?:FROM|JOIN) ""(?<table>\w+)"" AS ""(?<alias>\w+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(@"^SCAN (?<alias>\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Scan();

    private sealed class Listener : DbCommandInterceptor
    {
        public ConcurrentDictionary<string, bool> Texts { get; } = new(StringComparer.Ordinal);

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Texts[command.CommandText] = true;
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(ReaderExecuting(command, eventData, result));
    }
}
