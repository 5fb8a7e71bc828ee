using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Tests.Support;
using Xunit.Abstractions;

namespace Restaurant.Graph.Tests.Fuzzing;

/// <summary>
/// Whatever comes in at whatever entry, the server says something sensible and goes on. <c>FUZZ=20000 FUZZ_SEED=7 dotnet test --filter FuzzTests</c>
/// runs longer, and differently.
/// </summary>
public sealed class FuzzTests(RestaurantApp app, ITestOutputHelper output) : IClassFixture<RestaurantApp>
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);
    private static readonly int Times = Setting.Number("FUZZ") ?? 250;
    private static readonly int Seed = Setting.Number("FUZZ_SEED") ?? 45;

    private static readonly string[] Documents =
    [
        "query($first: Int, $where: DishFilterInput, $order: [DishSortInput!]) { dishes(first: $first, where: $where, order: $order) { totalCount nodes { id name price { amount } } pageInfo { endCursor } } }",
        "{ dishes(first: 3, after: \"AAAA\", where: { name: { contains: \"a\" }, price: { amount: { lt: 12.5 } } }, order: [{ category: { name: ASC } }]) { edges { cursor node { id category { name } } } } }",
        "query($id: ID!) { node(id: $id) { __typename ... on Order { lines { dish { name } } } } nodes(ids: [$id]) { id } }",
        "{ orders(where: { placedAt: { gt: \"2026-03-14T00:00:00Z\" }, lines: { some: { note: { eq: null } } } }) { nodes { ...F history(last: 2) { nodes { status } } } } } fragment F on Order { id status @include(if: true) }",
        "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } errors { __typename ... on Error { message code path } } } }",
        "mutation { cancelOrder(input: { idempotencyKey: \"0199d5e2-7c1b-7000-8000-1f3c5e7a9b2d\", orderId: \"T3JkZXI6MQ==\", expectedVersion: 1, reason: \"x\" }) { order { id } errors { ... on Error { code } } } }",
        "subscription($after: String) { onOrdersChanged(after: $after) { cursor order { id } } }",
        "query IntrospectionQuery { __schema { types { name fields(includeDeprecated: true) { name args { name type { name ofType { name } } } } } } }",
        "mutation { signIn(input: { name: \"a\", secret: \"b\" }) { accessToken { token } errors { ... on Error { code } } } }",
    ];

    private static readonly string Variables = JsonSerializer.Serialize(new
    {
        first = 3,
        id = "RGlzaDox",
        after = "AAAAAAAAAAA",
        where = new { name = new { contains = "a" } },
        order = new[] { new { name = "ASC" } },
        input = new { idempotencyKey = "0199d5e2-7c1b-7000-8000-1f3c5e7a9b2e", type = "TAKEAWAY", lines = new[] { new { dishId = "RGlzaDox", quantity = 1 } } },
    });

    [Fact]
    public Task Documents_and_variables() => RepeatAsync(async (random, noise) =>
    {
        var (document, variables) = (Documents[random.Next(Documents.Length)], Variables);
        var body = random.Next(3) switch
        {
            0 => Body(noise.Of(document), variables),
            1 => Body(document, noise.Of(variables)),
            _ => noise.Of(Body(document, variables)),
        };
        await AssertSensibleAsync(() => new HttpRequestMessage(HttpMethod.Post, app.Endpoint) { Content = Json(Encoding.UTF8.GetBytes(body)) });
    });

    [Fact]
    public Task Bodies() => RepeatAsync((random, noise) =>
    {
        var body = random.Next(2) == 0 ? noise.Bytes(2_000) : noise.Of(Encoding.UTF8.GetBytes(Body(Documents[random.Next(Documents.Length)], Variables)));
        return AssertSensibleAsync(() =>
        {
            var content = Json(body);
            if (random.Next(3) == 0)
            {
                content.Headers.ContentEncoding.Add(random.Next(2) == 0 ? "gzip" : "br");
            }

            return new HttpRequestMessage(HttpMethod.Post, app.Endpoint) { Content = content };
        });
    });

    [Fact]
    public Task Addresses() => RepeatAsync((random, noise) => AssertSensibleAsync(() => new HttpRequestMessage(
        HttpMethod.Get,
        $"{app.Endpoint}{(random.Next(4) == 0 ? "/persisted/" + Uri.EscapeDataString(noise.Text(4)) : "")}?query={Uri.EscapeDataString(noise.Of(Documents[random.Next(Documents.Length)]))}"
        + $"&variables={Uri.EscapeDataString(noise.Of(Variables))}&{Uri.EscapeDataString(noise.Text(3))}={Uri.EscapeDataString(noise.Text(3))}")));

    [Fact]
    public Task Headers() => RepeatAsync((random, noise) => AssertSensibleAsync(() =>
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Endpoint}?query={{__typename}}");
        string[] names = ["Accept", "Authorization", "Last-Event-ID", "If-None-Match", "Origin", "GraphQL-Cost", "Cookie", "Accept-Encoding", "Accept-Language", "Content-Type"];
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var value = new string([.. noise.Text(4).Where(character => character is >= ' ' and <= '~')]);
            request.Headers.TryAddWithoutValidation(names[random.Next(names.Length)], random.Next(2) == 0 ? value : noise.Of("Bearer a.b.c").Where(character => character is >= ' ' and <= '~').Aggregate("", (text, character) => text + character));
        }

        return request;
    }));

    [Fact]
    public Task Ids_and_cursors() => RepeatAsync((random, noise) =>
    {
        var id = random.Next(3) switch { 0 => noise.Text(5), 1 => Convert.ToBase64String(noise.Bytes(40)), _ => noise.Of("T3JkZXI6MQ==") };
        var document = random.Next(4) switch
        {
            0 => "query($id: ID!) { node(id: $id) { id } }",
            1 => "query($id: String) { dishes(after: $id, order: [{ category: { name: ASC } }, { price: { amount: DESC } }]) { nodes { id } } }",
            2 => "query($id: ID!) { orders(where: { table: { id: { in: [$id] } } }) { totalCount } }",
            _ => "query($id: ID!) { orderById(id: $id) { id } }",
        };
        return AssertSensibleAsync(() => new HttpRequestMessage(HttpMethod.Post, app.Endpoint) { Content = Json(JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables = new { id } })) });
    });

    [Fact]
    public Task Frames_of_sockets() => RepeatAsync(async (random, noise) =>
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint);
        string[] messages =
        [
            "{\"type\":\"connection_init\"}", "{\"type\":\"ping\"}", "{\"id\":\"1\",\"type\":\"complete\"}",
            $"{{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{Body(Documents[random.Next(Documents.Length)], Variables)}}}",
        ];
        try
        {
            await socket.SendTextAsync(messages[0]);
            for (var count = random.Next(1, 6); count > 0; count--)
            {
                await (random.Next(8) == 0 ? socket.SendBytesAsync(noise.Bytes(500)) : socket.SendTextAsync(random.Next(2) == 0 ? noise.Of(messages[random.Next(messages.Length)]) : messages[random.Next(messages.Length)]));
            }
        }
        catch (WebSocketException)
        {
            // Closed in the middle, which is its right.
        }

        socket.Abort();
    }, Times / 5);

    [Fact]
    public Task Bytes_on_the_wire() => RepeatAsync(async (random, noise) =>
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Endpoint.Host, app.Endpoint.Port);
        await using var stream = client.GetStream();
        var request = Encoding.UTF8.GetBytes($"POST /graphql HTTP/1.1\r\nHost: {app.Endpoint.Authority}\r\nContent-Type: application/json\r\nContent-Length: 25\r\n\r\n{{\"query\":\"{{__typename}}\"}}");
        await stream.WriteAsync(random.Next(3) == 0 ? noise.Bytes(500) : noise.Of(request));
    }, Times / 5);

    [Fact]
    public void Menu_files()
    {
        var (random, seed) = (new Random(Seed), File.ReadAllText(DatabaseStartup.SeedFile));
        var noise = new Noise(random);
        for (var time = 0; time < Times / 10; time++)
        {
            using var json = new MemoryStream(random.Next(4) == 0 ? noise.Bytes(1_000) : Encoding.UTF8.GetBytes(noise.Of(seed)));
            var (file, faults) = MenuFile.Read(json, Currency.Of("USD"));
            Assert.True(file is not null || faults.Count > 0, "It was neither read nor refused.");
        }
    }

    private static string Body(string query, string variables) => $"{{\"query\":{JsonSerializer.Serialize(query)},\"variables\":{variables}}}";

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new("application/json") } };

    private async Task RepeatAsync(Func<Random, Noise, Task> once, int? times = null)
    {
        for (var time = 0; time < (times ?? Times); time++)
        {
            output.WriteLine($"FUZZ_SEED={Seed}, time {time}");
            var random = new Random(HashCode.Combine(Seed, time));
            await once(random, new Noise(random));
        }

        Assert.NotNull(await app.Client.QueryAsync("{ restaurant { name } }"));
    }

    private async Task AssertSensibleAsync(Func<HttpRequestMessage> make)
    {
        using var request = make();
        using var patience = new CancellationTokenSource(Hang);
        var watch = Stopwatch.StartNew();
        using var response = await app.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return;
        }

        var body = await response.Content.ReadAsStringAsync(patience.Token);
        Assert.True((int)response.StatusCode < (int)HttpStatusCode.InternalServerError, $"{(int)response.StatusCode}: {body}");
        Assert.True(watch.Elapsed < Hang, $"It took {watch.Elapsed}.");
        Assert.DoesNotContain("INTERNAL_ERROR", body, StringComparison.Ordinal);
        Assert.All(["Exception", "System.", "Microsoft.", "SQLite", "   at ", "/src/", "SELECT "], inside => Assert.DoesNotContain(inside, body, StringComparison.Ordinal));
    }
}
