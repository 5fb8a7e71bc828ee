using System.Diagnostics;
using System.Net.Http.Json;
using Xunit.Abstractions;

namespace Restaurant.Graph.Tests.Faults.Hostile;

/// <summary>Hostile requests that come at once do not keep others waiting.</summary>
public sealed class HostileAttackTests(ITestOutputHelper output)
{
    private const int Tries = 4;
    private const int AtOnce = 40;
    private const int GoodSamples = 60;
    private const double MaxTimesSlower = 5;

    private static readonly TimeSpan GoodInterval = TimeSpan.FromMilliseconds(50);

    // What is unnoticeable is no slowdown: a machine that others use as well is off by this much.
    private static readonly TimeSpan Unnoticeable = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task A_good_query_is_answered_soon_while_forty_hostile_ones_are_asked_at_once()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync(HostileRequestTests.Unlimited);
        using var http = HostileRequestTests.Client();
        await HostileRequestTests.WarmAsync(http, restaurant);
        var slower = double.MaxValue;
        for (var round = 0; round < Tries && slower >= MaxTimesSlower; round++)
        {
            var quiet = await P95Async(http, restaurant, until: Task.CompletedTask);
            var attack = AttackAsync(http, restaurant, round);
            var attacked = await P95Async(http, restaurant, attack);
            await attack;
            slower = Math.Min(slower, (attacked - Unnoticeable) / quiet);
            output.WriteLine($"p95 {quiet.TotalMilliseconds:0.0} ms quiet, {attacked.TotalMilliseconds:0.0} ms under attack");
        }

        Assert.True(slower < MaxTimesSlower, $"Under attack p95 is {slower:0.0} times its quiet value.");
        await HostileRequestTests.AssertAliveAsync(http, restaurant);
    }

    private static async Task AttackAsync(HttpClient http, FaultyRestaurant restaurant, int round)
    {
        foreach (var wave in HostileRequest.All.Concat(HostileRequest.All).Chunk(AtOnce))
        {
            await Task.WhenAll(wave.Select((request, number) => HostileRequestTests.AssertSensibleAsync(http, restaurant, request, $"#{round} {number}")));
        }
    }

    private static async Task<TimeSpan> P95Async(HttpClient http, FaultyRestaurant restaurant, Task until)
    {
        var times = new List<TimeSpan>();
        while (times.Count < GoodSamples || !until.IsCompleted)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await http.PostAsJsonAsync(restaurant.Server.Endpoint, new { query = HostileRequestTests.Good });
            response.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(began));
            await Task.Delay(GoodInterval);
        }

        return times.Order().ElementAt((int)(times.Count * 0.95));
    }
}
