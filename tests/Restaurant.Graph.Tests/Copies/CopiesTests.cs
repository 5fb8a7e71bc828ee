using System.Diagnostics;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Inventory;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>Several copies of the server over one database are one restaurant.</summary>
public sealed class CopiesTests
{
    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1);

    // Only what is told can be known within it.
    private const string NoPolling = "--Events:PollInterval=00:01:00";

    [PostgreSqlFact]
    public async Task A_guest_on_one_copy_sees_what_a_cook_does_on_another_and_goes_on_at_a_third()
    {
        await using var copies = await ThreeCopies.OpenAsync(NoPolling);
        var (waiter, guest, later) = (copies.Apps[0], copies.Apps[1], copies.Apps[2]);
        var order = await waiter.PlaceAsync(Steps.Pizza);
        string cursor;
        await using (var follower = await Follower.OrderAsync(guest.Endpoint, order))
        {
            Assert.Equal("PLACED", (await follower.NextAsync()).Text("status"));
            await waiter.DoAsync("acceptOrder", order);
            var watch = Stopwatch.StartNew();
            var accepted = await follower.NextAsync();
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, ASecond);
            Assert.Equal("ACCEPTED", accepted.Text("status"));
            cursor = accepted.Text("cursor");
        }

        await waiter.CookAsync(order);
        await using var resumed = await Follower.OrderAsync(later.Endpoint, order, cursor);
        Assert.Equal(["IN_PREPARATION", "READY"], (await resumed.NextAsync(2)).Select(message => message.Text("status")));
    }

    [PostgreSqlFact]
    public async Task One_key_at_all_copies_at_once_is_one_order()
    {
        await using var copies = await ThreeCopies.OpenAsync();
        var input = Documents.Margheritas();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => copies.Apps[number % 3].Client.QueryAsync(Documents.PlaceOrder, input)));
        Assert.Single(answers.Select(answer => answer["placeOrder"]!["order"]!.Text("id")).Distinct(StringComparer.Ordinal));
        Assert.Single(copies.Store.Rows("""SELECT "Id" FROM "Orders" """));
    }

    [PostgreSqlFact]
    public async Task The_last_portions_are_sold_once_whichever_copy_is_asked()
    {
        await using var room = await StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 2_000, eggs: 1_000);
        await using var copies = await ThreeCopies.OpenAsync(await room.CloseAsync());
        var soup = (await copies.Apps[0].Client.QueryAsync("""{ dishes(where: { name: { eq: "Soup" } }) { nodes { id portionsLeft } } }"""))["dishes"]!["nodes"]![0]!;
        Assert.Equal(10, soup["portionsLeft"]!.GetValue<int>());
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => copies.Apps[number % 3].PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = new[] { new { dishId = soup.Text("id"), quantity = 1 } },
        })));
        Assert.Equal(10, answers.Count(answer => answer["errors"] is null));
        new LogBook(copies.Store).AssertWhole();
    }

    [PostgreSqlFact]
    public async Task One_of_those_who_saw_the_same_version_is_first()
    {
        await using var copies = await ThreeCopies.OpenAsync();
        var order = await copies.Apps[0].PlaceAsync(Steps.Pizza);
        var version = await copies.Apps[0].VersionAsync(order);
        var answers = await Task.WhenAll(copies.Apps.Select(app => app.Client.QueryAsync(
            "mutation($input: AcceptOrderInput!) { acceptOrder(input: $input) { order { status } errors { ... on Error { code } } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), orderId = order, expectedVersion = version } })));
        Assert.Single(answers, answer => answer["acceptOrder"]!["errors"] is null);
        Assert.Equal(2, answers.Count(answer => answer["acceptOrder"]!.Codes().Contains("VERSION_CONFLICT", StringComparer.Ordinal)));
    }

    [PostgreSqlFact]
    public async Task Who_listens_again_after_a_cut_has_missed_nothing()
    {
        await using var copies = await ThreeCopies.OpenAsync(NoPolling);
        var order = await copies.Apps[0].PlaceAsync(Steps.Pizza);
        await using var follower = await Follower.OrderAsync(copies.Apps[1].Endpoint, order);
        Assert.Equal("PLACED", (await follower.NextAsync()).Text("status"));
        await copies.Store.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
        await copies.Apps[0].DoAsync("acceptOrder", order);
        Assert.Equal("ACCEPTED", (await follower.NextAsync()).Text("status"));
    }

    [PostgreSqlFact]
    public async Task A_menu_that_was_changed_at_one_copy_is_changed_at_all_at_once()
    {
        await using var copies = await ThreeCopies.OpenAsync();
        const string Query = """{ dishById(id: "RGlzaDox") { isAvailable } }""";
        for (var round = 0; round < 5; round++)
        {
            await copies.Apps[0].DoAsync(round % 2 == 0 ? "markDishUnavailable" : "markDishAvailable", Ids.Dish(1));
            foreach (var app in copies.Apps)
            {
                Assert.Equal(round % 2 != 0, (await app.Client.QueryAsync(Query))["dishById"]!["isAvailable"]!.GetValue<bool>());
            }
        }
    }
}
