using System.Diagnostics;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>A disk that is full: here a limit on the size of files, which can be lifted while the server runs.</summary>
[Trait("Store", "File")]
public sealed class RoomTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_refused_for_want_of_room_can_be_sent_again_once_there_is_room(bool isKilled)
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync();
        await restaurant.Server.StopAsync();
        var limit = (new FileInfo(((TestFile)restaurant.Store).Path).Length / 1024) + 512;
        await restaurant.Server.StartAsync($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -S -f {limit}");
        var before = restaurant.Log.Keys.Keys;
        using var burst = new Burst(restaurant);
        await burst.RunAsync(clients: 8, () => burst.Refused.Count >= 20);
        Assert.All(burst.Refused, refused => Assert.Contains(refused.Code, (string[])["STORE_FULL", "STORE_UNAVAILABLE"]));
        var read = await restaurant.AskAsync("{ orders { totalCount } }");
        Assert.Equal(burst.Placed.Count, read["data"]!["orders"]!["totalCount"]!.GetValue<int>());

        await (isKilled ? RestartAsync(restaurant.Server) : MakeRoomAsync(restaurant.Server));
        burst.AssertStored(before);
        var refused = burst.Refused.Count;
        foreach (var (key, _) in burst.Refused.ToList())
        {
            await burst.PlaceAsync(key);
            await burst.PlaceAsync(key);
        }

        Assert.Equal(refused, burst.Refused.Count);
        burst.AssertStored(before);
    }

    private static async Task RestartAsync(ServerProcess server)
    {
        await server.KillAsync();
        await server.StartAsync();
    }

    private static async Task MakeRoomAsync(ServerProcess server)
    {
        using var lift = Process.Start("prlimit", ["--pid", $"{server.Id}", "--fsize=unlimited"]);
        await lift.WaitForExitAsync();
        Assert.Equal(0, lift.ExitCode);
    }
}
