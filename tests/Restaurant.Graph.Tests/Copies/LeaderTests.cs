using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>What one copy does for all is done by another when it dies.</summary>
public sealed class LeaderTests
{
    private static readonly string[] Settings = ["--Kitchen:AutoAccept=true", "--Kitchen:Brigade:Enabled=true", "--Kitchen:Brigade:SpeedFactor=100000"];

    // Two seconds on a quiet machine; this is for one that has much else to do.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [PostgreSqlFact]
    public async Task Another_cooks_within_seconds_of_a_kill()
    {
        await using var store = await TestStore.NewAsync();
        await using var leader = new ServerProcess(store, Settings);
        await using var other = new ServerProcess(store, Settings);
        await leader.StartAsync();
        await Wait.UntilAsync(() => HoldersOf(store) == 1);
        await other.StartAsync();
        await PlaceAsync(leader);
        await Wait.UntilAsync(() => new LogBook(store).IsKitchenIdle);
        await leader.KillAsync();
        var watch = Stopwatch.StartNew();
        await PlaceAsync(other);
        await Wait.UntilAsync(() => store.Rows("""SELECT 1 FROM "Orders" WHERE "Status" = 'READY' """).Count == 2);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
        Assert.Equal(1, HoldersOf(store));
    }

    private static int HoldersOf(TestStore store) =>
        store.Rows($"SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE locktype = 'advisory' AND objid = {PostgreSqlLocks.Leader} AND granted AND datname = current_database()").Count;

    private static async Task PlaceAsync(ServerProcess server)
    {
        using var http = new HttpClient().As(Tokens.Manager);
        using var response = await http.PostAsJsonAsync(server.Endpoint, new { query = Documents.PlaceOrder, variables = Documents.Margheritas() });
        Assert.Null((await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]);
    }
}
