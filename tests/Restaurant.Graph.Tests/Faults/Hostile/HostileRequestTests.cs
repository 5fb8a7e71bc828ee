using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Restaurant.Graph.Tests.Support;
using Xunit.Abstractions;

namespace Restaurant.Graph.Tests.Faults.Hostile;

/// <summary>No single request ends the server, holds a core of it, or keeps others waiting.</summary>
public sealed class HostileRequestTests(ITestOutputHelper output)
{
    private const int Tries = 4;
    private const double MaxMegabytes = 100;

    private static readonly TimeSpan MaxCpu = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal const string Good = """{ dishById(id: "RGlzaDox") { id name price { amount } } }""";

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 256 };

    internal static readonly string[] Unlimited = ["--Limits:CostPerMinute=0", "--Limits:AnonymousCostPerMinute=0"];

    [Fact]
    public async Task No_hostile_request_takes_much_of_the_processor_or_of_the_memory()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync(Unlimited);
        using var http = Client();
        await WarmAsync(http, restaurant);
        foreach (var request in HostileRequest.All)
        {
            await AssertCheapAsync(http, restaurant, request);
        }

        // Known by now.
        foreach (var request in HostileRequest.All)
        {
            await AssertSensibleAsync(http, restaurant, request, comment: "");
        }

        await AssertAliveAsync(http, restaurant);
    }

    [Fact]
    public async Task The_first_request_of_all_may_be_a_hostile_one()
    {
        foreach (var request in HostileRequest.All.Where(static (_, index) => index % 17 == 0))
        {
            await using var restaurant = await FaultyRestaurant.OpenAsync(Unlimited);
            using var http = Client();
            await AssertSensibleAsync(http, restaurant, request, comment: "");
            await AssertAliveAsync(http, restaurant);
        }
    }

    [Fact]
    public async Task Each_list_and_each_recursive_input_may_be_as_large_as_it_will()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync(Unlimited);
        using var http = Client();
        var requests = SchemaInputs.Of(Schemas.Of([Tokens.Setting])).ToList();
        output.WriteLine($"{requests.Count} requests");
        Assert.True(requests.Count > 300);
        foreach (var chunk in requests.Chunk(4))
        {
            await Task.WhenAll(chunk.Select(request => AssertSensibleAsync(http, restaurant, request, comment: "")));
        }

        await AssertAliveAsync(http, restaurant);
    }

    internal static HttpClient Client() => new HttpClient { Timeout = Patience }.As(Tokens.Of(Roles.Manager, name: "Test"));

    internal static async Task WarmAsync(HttpClient http, FaultyRestaurant restaurant)
    {
        foreach (var number in Enumerable.Range(0, 3))
        {
            foreach (var request in HostileRequest.All.Where(static (_, index) => index % 4 == 0))
            {
                await AssertSensibleAsync(http, restaurant, request, $"#warm {number}");
            }
        }
    }

    private async Task AssertCheapAsync(HttpClient http, FaultyRestaurant restaurant, HostileRequest request)
    {
        var (cpu, megabytes) = (TimeSpan.MaxValue, double.MaxValue);
        for (var attempt = 0; attempt < Tries && (cpu > MaxCpu || megabytes > MaxMegabytes); attempt++)
        {
            var before = Usage(restaurant);
            await AssertSensibleAsync(http, restaurant, request, $"#attempt {attempt}");
            var after = Usage(restaurant);
            (cpu, megabytes) = (after.Cpu - before.Cpu, (after.Memory - before.Memory) / 1e6);
        }

        output.WriteLine($"{cpu.TotalMilliseconds,6:0} ms {megabytes,6:0.0} MB  {request.Name}");
        Assert.True(cpu <= MaxCpu, $"{request.Name} takes {cpu.TotalMilliseconds:0} ms of CPU.");
        Assert.True(megabytes <= MaxMegabytes, $"{request.Name} takes {megabytes:0} MB.");
    }

    private static (TimeSpan Cpu, long Memory) Usage(FaultyRestaurant restaurant)
    {
        using var process = Process.GetProcessById(restaurant.Server.Id);
        return (process.TotalProcessorTime, process.WorkingSet64);
    }

    internal static async Task AssertSensibleAsync(HttpClient http, FaultyRestaurant restaurant, HostileRequest request, string comment)
    {
        using var response = await http.PostAsJsonAsync(
            restaurant.Server.Endpoint, new { query = $"{request.Query} {comment}", variables = request.Variables }, Deep);
        var body = await response.Content.ReadAsStringAsync();
        var code = (int)response.StatusCode;
        Assert.True(code < (int)HttpStatusCode.InternalServerError, $"{request.Name}: {code} {body[..Math.Min(body.Length, 300)]}");
        Assert.False(body.Contains("INTERNAL_ERROR", StringComparison.Ordinal), $"{request.Name}: {body[..Math.Min(body.Length, 300)]}");
    }

    internal static async Task AssertAliveAsync(HttpClient http, FaultyRestaurant restaurant)
    {
        using var response = await http.PostAsJsonAsync(restaurant.Server.Endpoint, new { query = Good });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("fail:", restaurant.Server.Output, StringComparison.Ordinal);
    }
}
