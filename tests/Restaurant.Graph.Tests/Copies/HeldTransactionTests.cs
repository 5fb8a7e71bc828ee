using System.Globalization;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>Numbers are taken before a commit; what is told of events is told in their order all the same.</summary>
public sealed class HeldTransactionTests
{
    private const string AnEvent = """
        INSERT INTO "Events" ("Kind", "OccurredAt", "OrderId", "OrderStatus", "OrderVersion", "OrderChange") SELECT "Kind", "OccurredAt", "OrderId", "OrderStatus", "OrderVersion" + 1, "OrderChange"
        FROM "Events" WHERE "Kind" = 'ORDER' ORDER BY "Number" LIMIT 1
        """;

    [PostgreSqlFact]
    public async Task A_transaction_that_is_held_open_is_overtaken_by_nobody()
    {
        await using var copies = await ThreeCopies.OpenAsync();
        var first = await copies.Apps[0].PlaceAsync(Steps.Pizza);
        await using var follower = await Follower.StartAsync(copies.Apps[1].Endpoint, "onOrdersChanged", "subscription { onOrdersChanged { cursor order { id } } }");
        Assert.Equal(first, (await follower.NextAsync())["order"]!.Text("id"));
        Task<string> second;
        await using (var held = copies.Store.Connect())
        {
            await using var transaction = await held.BeginTransactionAsync();
            await using (var command = held.CreateCommand())
            {
                command.CommandText = AnEvent;
                await command.ExecuteNonQueryAsync();
            }

            // Its number is higher than that of the event that is not committed yet; it waits for its turn.
            second = copies.Apps[2].PlaceAsync(Steps.Pizza);
            await Task.WhenAny(second, Task.Delay(TimeSpan.FromMilliseconds(500)));
            Assert.False(second.IsCompleted);
            await transaction.CommitAsync();
        }

        var messages = await follower.NextAsync(2);
        Assert.Equal([first, await second], messages.Select(message => message["order"]!.Text("id")));
    }

    [PostgreSqlFact]
    public async Task One_that_tells_of_nothing_keeps_nobody_waiting()
    {
        await using var copies = await ThreeCopies.OpenAsync();
        await using var held = copies.Store.Connect();
        await using var transaction = await held.BeginTransactionAsync();
        await using var command = held.CreateCommand();
        command.CommandText = """UPDATE "Staff" SET "Stamp" = "Stamp"; SELECT pg_current_xact_id()""";
        await command.ExecuteNonQueryAsync();
        var order = await copies.Apps[0].PlaceAsync(Steps.Pizza);
        await using var follower = await Follower.OrderAsync(copies.Apps[1].Endpoint, order, "AAAAAAAAAAA");
        Assert.Equal("PLACED", (await follower.NextAsync()).Text("status"));
        await transaction.RollbackAsync();
    }

    [PostgreSqlFact]
    public async Task Whatever_is_committed_or_not_in_whatever_order_a_stream_skips_nothing()
    {
        await using var copies = await ThreeCopies.OpenAsync();
        await copies.Apps[0].PlaceAsync(Steps.Pizza);
        await using var follower = await Follower.StartAsync(copies.Apps[1].Endpoint, "onOrdersChanged", """subscription { onOrdersChanged(after: "AAAAAAAAAAA") { cursor } }""");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            var random = new Random(writer);
            for (var times = 0; times < 10; times++)
            {
                await using var connection = copies.Store.Connect();
                await using var transaction = await connection.BeginTransactionAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = string.Create(CultureInfo.InvariantCulture, $"{AnEvent.Replace("+ 1", $"+ {(writer * 100) + times + 1}", StringComparison.Ordinal)}; SELECT pg_sleep({random.NextDouble() / 100})");
                await command.ExecuteNonQueryAsync();
                await (random.Next(4) == 0 ? transaction.RollbackAsync() : transaction.CommitAsync());
            }
        }));
        var expected = copies.Store.Rows("""SELECT "Number" FROM "Events" WHERE "Kind" = 'ORDER' ORDER BY "Number" """).Select(row => Restaurant.Graph.Platform.Events.EventCursor.Of((long)row[0])).ToList();
        Assert.Equal(expected, (await follower.NextAsync(expected.Count)).Select(message => message.Text("cursor")));
    }
}
