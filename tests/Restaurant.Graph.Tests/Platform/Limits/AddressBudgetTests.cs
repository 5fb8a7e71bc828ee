using System.Net;
using System.Net.Http.Json;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Limits;

/// <summary>A client cannot get another budget by getting another identity.</summary>
public sealed class AddressBudgetTests
{
    private const int Guests = 100;
    private const string Query = "{ dishes(first: 50) { nodes { id } } }";

    private static readonly string[] Strict = ["--Limits:MaxCost=1000", "--Limits:CostPerMinute=6000", "--Limits:AnonymousCostPerMinute=6000", "--Limits:AddressCostPerMinute=6000"];

    [Fact]
    public async Task Guests_who_come_in_anew_share_what_is_left_to_their_address()
    {
        await using var app = await OpenAsync(Strict);
        var served = 0;
        HttpStatusCode status;
        do
        {
            using var guest = app.As(Tokens.Guest(++served));
            status = await AskAsync(guest);
        }
        while (status == HttpStatusCode.OK && served < Guests);

        // A burst of 1,000 for 51 and a little more each, plus 100 a second that come back meanwhile.
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.True(served >= 10);
        using var nobody = app.As(null);
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskUntilAsync(nobody, HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Staff_and_other_addresses_are_served_all_the_same()
    {
        await using var app = await OpenAsync(Strict);
        using var nobody = app.As(null);
        await AskUntilAsync(nobody, HttpStatusCode.TooManyRequests);
        using var waiter = app.As(Tokens.Of(Roles.Waiter, name: "Bob"));
        using var elsewhere = app.From("127.0.0.2", Tokens.Guest(1));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(waiter));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(elsewhere));
    }

    [Fact]
    public async Task A_guest_who_is_refused_takes_nothing_from_the_others_at_the_address()
    {
        await using var app = await OpenAsync([.. Strict, "--Limits:AddressCostPerMinute=12000"]);
        using var greedy = app.As(Tokens.Guest(1));
        await AskUntilAsync(greedy, HttpStatusCode.TooManyRequests);
        for (var time = 0; time < 100; time++)
        {
            await AskAsync(greedy);
        }

        using var other = app.As(Tokens.Guest(2));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(other));
    }

    // The staff lets guests in, which costs the address nothing.
    private static async Task<RestaurantApp> OpenAsync(string[] settings)
    {
        var app = await RestaurantApp.OpenAsync(settings);
        foreach (var chunk in Enumerable.Range(0, Guests).Chunk(10))
        {
            using var waiter = app.As(Tokens.Of(Roles.Waiter, name: $"Waiter {chunk[0]}"));
            var visits = string.Concat(chunk.Select(number => $"v{number}: startVisit(input: {{}}) {{ errors {{ ... on Error {{ code }} }} }} "));
            await waiter.QueryAsync($"mutation {{ {visits} }}");
        }

        return app;
    }

    private static async Task<HttpStatusCode> AskAsync(GraphQLClient client)
    {
        using var response = await client.Http.PostAsJsonAsync(client.Endpoint, new { query = Query });
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> AskUntilAsync(GraphQLClient client, HttpStatusCode wanted)
    {
        var status = await AskAsync(client);
        for (var time = 0; time < 500 && status != wanted; time++)
        {
            status = await AskAsync(client);
        }

        return status;
    }
}
