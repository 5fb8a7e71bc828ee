using System.Diagnostics;
using System.Net.Http.Json;
using Restaurant.Graph.Tests.Support;
using Xunit.Abstractions;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>Those who send the worst that they may do not keep others waiting.</summary>
public sealed class AttackTests(ITestOutputHelper output)
{
    private const int Clients = 20;
    private const int Samples = 150;
    private const double MostTimesSlower = 5;

    // The machine may have something else to do in one of them.
    private const int MostRounds = 4;

    // How far away everybody is, by their network.
    private static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(20);

    private const string Good = """{ dishById(id: "RGlzaDox") { id name price { amount } } }""";

    private static readonly string[] Worst =
    [
        "{ menus { categories { dishes { name description category { name dishes { name description id } } } } } }",
        $"{{ {string.Concat(Enumerable.Range(0, 30).Select(number => $"a{number}: restaurant {{ {string.Concat(Enumerable.Repeat("name ", 30))} }} "))} }}",
        "{ restaurant { ...F0 } }" + string.Concat(Enumerable.Range(0, 20).Select(number => $" fragment F{number} on Restaurant {{ name ...F{number + 1} }}")) + " fragment F20 on Restaurant { name }",
        $"{{ {string.Concat(Enumerable.Range(0, 45).Select(_ => "dishes(first: 50) { nodes { modifierGroups { modifiers { name } } } } "))} }}",
        $"{{ {string.Concat(Enumerable.Range(0, 200).Select(number => $"unknown{number} "))} }}",
    ];

    [Fact]
    public async Task A_good_query_is_answered_soon_while_others_send_the_worst_they_may()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync();
        await P95Async(restaurant);
        var slower = double.MaxValue;
        for (var round = 0; round < MostRounds && slower >= MostTimesSlower; round++)
        {
            slower = Math.Min(slower, await TimesSlowerAsync(restaurant));
        }

        Assert.True(slower < MostTimesSlower, $"Under attack p95 is {slower:0.0} times what it is when all is quiet.");
    }

    private async Task<double> TimesSlowerAsync(FaultyRestaurant restaurant)
    {
        var quiet = await P95Async(restaurant);
        using var over = new CancellationTokenSource();
        var attack = Task.WhenAll(Enumerable.Range(0, Clients).Select(number => AttackAsync(restaurant, number, over.Token)));
        var attacked = await P95Async(restaurant);
        await over.CancelAsync();
        var sent = await attack;
        output.WriteLine($"p95 {quiet.TotalMilliseconds:0.0} ms quiet, {attacked.TotalMilliseconds:0.0} ms under attack by {sent.Sum(each => each.Sent)} requests, of which {sent.Sum(each => each.Refused)} were refused");
        return attacked / quiet;
    }

    // As many good clients as attackers, all of whom read for a moment what they get.
    private static async Task<TimeSpan> P95Async(FaultyRestaurant restaurant)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => AskAsync(restaurant, number)));
        return times.SelectMany(each => each).Order().ElementAt((int)(Clients * Samples * 0.95));
    }

    private static async Task<List<TimeSpan>> AskAsync(FaultyRestaurant restaurant, int number)
    {
        using var http = new HttpClient().As(Tokens.Of(Roles.Waiter, name: $"Good {number}"));
        var times = new List<TimeSpan>();
        while (times.Count < Samples)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await http.PostAsJsonAsync(restaurant.Server.Endpoint, new { query = Good });
            response.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(began));
            await Task.Delay(Distance);
        }

        return times;
    }

    // Each document is one that the server has not seen.
    private static async Task<(int Sent, int Refused)> AttackAsync(FaultyRestaurant restaurant, int number, CancellationToken over)
    {
        using var http = new HttpClient().As(Tokens.Of(Roles.Guest, key: 0, name: $"Attacker {number}"));
        var (sent, refused) = (0, 0);
        try
        {
            for (; ; sent++)
            {
                using var response = await http.PostAsJsonAsync(restaurant.Server.Endpoint, new { query = $"{Worst[(sent + number) % Worst.Length]} #{number} {sent}" }, over);
                refused += response.IsSuccessStatusCode ? 0 : 1;
                await Task.Delay(Distance, over);
            }
        }
        catch (OperationCanceledException)
        {
            return (sent, refused);
        }
    }
}
