using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Graph.Staff;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>While PostgreSQL is gone every entry says so, and when it is back every entry works.</summary>
public sealed class OutageTests
{
    private const string Unavailable = "STORE_UNAVAILABLE";
    private const string Orders = "subscription { onOrdersChanged { cursor order { id } } }";
    private const string Menu = "subscription { onMenuChanged { cursor dish { id } } }";

    [PostgreSqlFact]
    public async Task Each_entry_tells_of_an_outage_and_works_after_it()
    {
        var log = new LogLines();
        await using var store = await ProxiedStore.CreateAsync();
        await using var app = await RestaurantApp.OverAsync(store, services => services.AddSingleton<ILoggerProvider>(log));
        using var metrics = new Metrics(app);
        var entries = await EntriesAsync(app);
        await AssertAllAsync(app, entries, HttpStatusCode.OK, code: null);
        await store.Proxy.CutAsync();
        for (var round = 0; round < 5; round++)
        {
            // Rights are looked up anew.
            app.Time.Advance(TimeSpan.FromSeconds(2));
            await AssertAllAsync(app, entries, HttpStatusCode.ServiceUnavailable, Unavailable);
        }

        Assert.Equal(entries.Count(entry => entry.IsCounted) * 5, metrics.Sum("graphql.operation.duration", Unavailable));
        Assert.Equal(metrics.Sum("graphql.operation.duration", Unavailable), metrics.Sum("graphql.refusals", Unavailable));
        Assert.Single(log.Lines, line => line.Contains(Unavailable, StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
        store.Proxy.Restore();
        await Wait.UntilAsync(() => IsReady(app));
        await AssertAllAsync(app, entries, HttpStatusCode.OK, code: null);
    }

    [PostgreSqlFact]
    public async Task A_socket_that_is_open_tells_of_it_and_goes_on()
    {
        await using var store = await ProxiedStore.CreateAsync();
        await using var app = await RestaurantApp.OverAsync(store, null);
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        var first = await app.PlaceAsync(Steps.Pizza);
        await socket.SubscribeAsync("running", Orders);
        Assert.Equal(first, (await socket.NextAsync())["onOrdersChanged"]!["order"]!.Text("id"));
        await store.Proxy.CutAsync();
        foreach (var query in new[] { Menu, Menu, "{ restaurant { name } }", """subscription { onTicketChanged(after: "AAAAAAAAAAA") { cursor } }""", Menu })
        {
            // The id is free again each time.
            await socket.SubscribeAsync("new", query);
            var message = await socket.ReceiveAsync();
            Assert.Equal(("error", "new"), (message?.Text("type"), message?.Text("id")));
            Assert.Equal(Unavailable, message!["payload"]![0]!["extensions"]!.Text("code"));
        }

        store.Proxy.Restore();
        await Wait.UntilAsync(() => IsReady(app));
        await socket.SubscribeAsync("new", """subscription { onMenuChanged(after: "AAAAAAAAAAA") { cursor } }""");
        Assert.Equal("new", (await socket.ReceiveAsync())?.Text("id"));
        await socket.SendAsync(new { type = "complete", id = "new" });
        var second = await app.PlaceAsync(Steps.Pizza);
        var next = await socket.ReceiveAsync();
        while (next?.Text("id") == "new")
        {
            next = await socket.ReceiveAsync();
        }

        Assert.Equal(second, next!["payload"]!["data"]!["onOrdersChanged"]!["order"]!.Text("id"));
    }

    [PostgreSqlFact]
    public async Task A_socket_whose_token_cannot_be_looked_up_is_told_to_come_again()
    {
        await using var store = await ProxiedStore.CreateAsync();
        await using var app = await RestaurantApp.OverAsync(store, null);
        var guest = await app.ComeInAsync();
        app.Time.Advance(TimeSpan.FromSeconds(2));
        await using (var socket = await SocketClient.OpenAsync(app.Endpoint, authorization: guest))
        {
            await store.Proxy.CutAsync();
            await socket.SendAsync(new { type = "connection_init" });
            Assert.Null(await socket.ReceiveAsync());
            Assert.Equal((1013, "The store cannot be used at the moment. Nothing was done: try again a little later."), socket.Closed);
        }

        store.Proxy.Restore();
        await Wait.UntilAsync(() => IsReady(app));
        await using var again = await SocketClient.OpenAsync(app.Endpoint, authorization: guest);
        await again.SendAsync(new { type = "connection_init" });
        Assert.Equal("connection_ack", (await again.ReceiveAsync())?.Text("type"));
    }

    [PostgreSqlFact]
    public async Task An_event_stream_that_is_open_goes_on_after_it()
    {
        await using var store = await ProxiedStore.CreateAsync();
        await using var app = await RestaurantApp.OverAsync(store, null);
        var first = await app.PlaceAsync(Steps.Pizza);
        using var stream = new StreamReader(await app.StreamAsync(Orders));
        Assert.Contains(first, await DataAsync(stream), StringComparison.Ordinal);
        await store.Proxy.CutAsync();
        using var other = new StreamReader(await app.StreamAsync(Menu));
        Assert.Contains(Unavailable, await DataAsync(other), StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", await other.ReadToEndAsync(), StringComparison.Ordinal);
        store.Proxy.Restore();
        await Wait.UntilAsync(() => IsReady(app));
        Assert.Contains(await app.PlaceAsync(Steps.Pizza), await DataAsync(stream), StringComparison.Ordinal);
    }

    private static async Task<List<Entry>> EntriesAsync(RestaurantApp app)
    {
        await app.HireAsync("Ada", StaffRole.Manager, "secret-4711");
        var (manager, guest) = (await app.ComeToWorkAsync("Ada", "secret-4711"), await app.ComeInAsync());
        var order = await app.PlaceAsync(Steps.Pizza);
        return
        [
            new("a query of nobody", null, "{ restaurant { name } dishes(first: 3) { nodes { name } } }"),
            new("a query that is kept", null, "{ dishes(first: 3) { nodes { name } } }"),
            new("a query of staff", manager, "{ orders(first: 3) { nodes { number } } }"),
            new("a query of a guest", guest, "{ orders(first: 3) { nodes { number } } }"),
            new("a query in another language", null, "{ dishes(first: 3) { nodes { name } } restaurant { name } }", Language: "de"),
            new("a stream of one order", manager, $"subscription {{ onOrderChanged(orderId: \"{order}\") {{ cursor }} }}", Accept: "text/event-stream"),
            new("a payments file", manager, Path: "/reports/payments.csv?from=2026-03-14&to=2026-03-14"),
            new("a sales file", manager, Path: "/reports/sales.csv?from=2026-03-14&to=2026-03-14&by=DAY"),
            new("a receipt", manager, Path: $"/orders/{order}/receipt"),
            new("a receipt for a token without a stamp", Tokens.Manager, Path: $"/orders/{order}/receipt"),
            new("QR codes", manager, Path: "/tables/qr"),
            new("a QR code", Tokens.Manager, Path: "/tables/T1/qr.svg"),
            new("readiness", null, Path: "/health/ready", IsCounted: false),
        ];
    }

    private static async Task AssertAllAsync(RestaurantApp app, IEnumerable<Entry> entries, HttpStatusCode status, string? code)
    {
        foreach (var entry in entries)
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            using var response = await app.SendAsync(entry, timeout.Token);
            Assert.True(response.StatusCode == status, $"{entry.Name}: {response.StatusCode}");
            if (!entry.IsCounted || (code is null && entry.Accept == "text/event-stream"))
            {
                continue;
            }

            var body = await response.Content.ReadAsStringAsync(timeout.Token);
            Assert.True(code is null ? !body.Contains("errors", StringComparison.Ordinal) : body.Contains(code, StringComparison.Ordinal), $"{entry.Name}: {body}");
            Assert.Equal(code is null ? null : TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
        }
    }

    private static bool IsReady(RestaurantApp app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Endpoint, "/health/ready"));
        using var response = app.Client.Http.Send(request);
        return response.IsSuccessStatusCode;
    }

    private static async Task<string> DataAsync(StreamReader stream)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await stream.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return "";
    }
}
