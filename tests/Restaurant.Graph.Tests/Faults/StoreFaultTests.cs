using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>A store that cannot be written is told of clearly, leaves nothing half-written, and keeps nobody from reading.</summary>
public sealed class StoreFaultTests
{
    private const string Orders = "{ orders { totalCount } }";

    [Fact]
    public async Task A_file_that_somebody_else_is_writing_is_an_error_after_a_while_and_none_when_they_are_done()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync("--Writing:LockTimeout=00:00:00.3");
        await using (var other = new SqliteConnection($"Data Source={restaurant.Database};Pooling=False"))
        {
            await other.OpenAsync();
            await using var transaction = other.BeginTransaction(deferred: false);
            var refused = await restaurant.PlaceAsync();
            Assert.Equal("STORE_LOCKED", CodeOf(refused));
            Assert.Null((await restaurant.AskAsync(Orders))["errors"]);
        }

        Assert.Null((await restaurant.PlaceAsync())["data"]!["placeOrder"]!["errors"]);
        Assert.Equal(1, restaurant.Log.Orders);
    }

    [Fact]
    public async Task A_full_disk_is_an_error_that_leaves_nothing_behind()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync();
        await restaurant.Server.StopAsync();

        // The disk is full once a file has half a megabyte more than now, in blocks of 1 KiB. The runtime's own memory must not be such a file.
        var limit = (new FileInfo(restaurant.Database).Length / 1024) + 512;
        await restaurant.Server.StartAsync($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {limit}");
        var (placed, answer) = (0, await restaurant.PlaceAsync());
        for (; answer["errors"] is null && placed < 20_000; answer = await restaurant.PlaceAsync())
        {
            placed++;
        }

        Assert.Contains(CodeOf(answer), (string[])["STORE_FULL", "STORE_UNAVAILABLE"]);
        Assert.DoesNotContain("SQLite", answer.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(placed, (await restaurant.AskAsync(Orders))["data"]!["orders"]!["totalCount"]!.GetValue<int>());
        await restaurant.Server.KillAsync();
        await restaurant.Server.StartAsync();
        Assert.Null((await restaurant.PlaceAsync())["errors"]);
        Assert.Equal(placed + 1, restaurant.Log.Orders);
        restaurant.Log.AssertWhole();
    }

    private static string? CodeOf(JsonNode answer) => answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();
}
