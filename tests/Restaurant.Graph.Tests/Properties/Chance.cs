using System.Text.Json.Nodes;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>Somebody who does anything with anything, by chance. What they may not do is refused in the payload, never with a fault.</summary>
internal sealed class Chance(RestaurantApp app, int seed, IReadOnlyList<DishView> dishes, Account account)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _codes = [];

    /// <summary>What was done how often, and what was refused for which reason.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>What has never been done yet.</summary>
    public IReadOnlyList<Deed> Undone => [.. Deed.All.Where(deed => !Outcomes.ContainsKey($"{deed.Mutation} done"))];

    /// <summary>Looks at what there is to begin with.</summary>
    public async Task BeginAsync()
    {
        foreach (var ingredient in (await app.Client.QueryAsync("{ ingredients(first: 50) { nodes { id onHand } } }"))["ingredients"]!["nodes"]!.AsArray())
        {
            account.Stock.Open(Account.KeyOf(ingredient!.Text("id")), ingredient!.Number("onHand"));
        }
    }

    /// <summary>Does one thing, of those that are given.</summary>
    public async Task StepAsync(IReadOnlyList<Deed> deeds)
    {
        if (_random.Next(20) == 0)
        {
            await WaitAsync();
        }

        var sight = new Sight(await app.Client.QueryAsync(Sight.Query), dishes, _codes, app.Time.GetUtcNow(), _random);
        var left = _random.Next(deeds.Sum(deed => deed.Weight));
        var chosen = deeds.First(deed => (left -= deed.Weight) < 0);
        if (chosen.InputFor(sight) is { } input)
        {
            await DoAsync(chosen.Mutation, input);
        }
    }

    private async Task DoAsync(string mutation, JsonObject input)
    {
        var payload = (await app.Client.QueryAsync(
            $"mutation($input: {Documents.InputOf(mutation)}!) {{ {mutation}(input: $input) {{ {Account.SubjectOf(mutation)} errors {{ ... on Error {{ code }} }} }} }}",
            new { input = input.DeepClone() }))[mutation]!;
        var code = payload["errors"]?[0]?["code"]?.GetValue<string>() ?? "done";
        Outcomes[$"{mutation} {code}"] = Outcomes.GetValueOrDefault($"{mutation} {code}") + 1;
        if (code != "done")
        {
            return;
        }

        account.Note(mutation, input, payload, app.Time.GetUtcNow());
        if (payload["reservationReceipt"]?["manageCode"]?.GetValue<string>() is { } reserved)
        {
            _codes.Add(reserved);
        }

        if (mutation is "moveVisit" or "mergeVisits" or "closeVisit" or "declareAllergies" or "placeOrder" or "startVisit" or "seatParty" or "seatReservation")
        {
            await LookAsync(static (before, after) => before == after);
        }
    }

    // Orders that nobody answers expire, those for later go to the kitchen when their time comes, and what is in the kitchen is served when the day is
    // over; nothing else becomes of any by itself.
    private async Task WaitAsync()
    {
        app.Time.Advance(_random.Next(12) == 0 ? TimeSpan.FromHours(12) : TimeSpan.FromMinutes(_random.Next(1, 20)));
        await app.RunAsync<OrderClock>();
        await app.RunAsync<AutoAcceptance>();
        await app.RunAsync<TableHolds>();
        await app.RunAsync<TicketCloseService>();
        await LookAsync(static (before, after) => before == after
            || (before == "PLACED" && after == "EXPIRED")
            || (before == "SCHEDULED" && after is "EXPIRED" or "ACCEPTED" or "IN_PREPARATION")
            || (before is "ACCEPTED" or "IN_PREPARATION" or "READY" or "OUT_FOR_DELIVERY" && after is "IN_PREPARATION" or "FULFILLED" or "COMPLETED"));
    }

    private async Task LookAsync(Func<string, string, bool> isAllowed)
    {
        foreach (var ids in account.Orders.Keys.Chunk(50))
        {
            var data = await app.Client.QueryAsync($"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on Order {{ {Tab.Fields} }} }} }}", new { ids });
            foreach (var order in data["nodes"]!.AsArray().OfType<JsonNode>())
            {
                var before = account.Orders[order.Text("id")].Status;
                Assert.True(isAllowed(before, order.Text("status")), $"{order.Text("id")} was {before} and is {order.Text("status")}.");
                account.Follow(order, [], app.Time.GetUtcNow());
            }
        }
    }
}
