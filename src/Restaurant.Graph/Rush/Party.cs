using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>Guests who come together.</summary>
internal sealed class Party(Night night, int size, bool atTable)
{
    private static readonly string[] Allergies = ["GLUTEN", "MILK", "EGGS", "NUTS", "FISH", "SOYBEANS"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(40);
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(2);

    private readonly Chance _chance = night.Chance;
    private readonly Tally _tally = night.Tally;
    private readonly Cart _cart = new(night.Chance);
    private readonly PartyOrder _order = new(night);

    /// <summary>Their evening, from their coming to their leaving.</summary>
    public async IAsyncEnumerable<TimeSpan> LiveAsync()
    {
        var table = atTable ? await TableAsync() : null;
        for (var waited = TimeSpan.Zero; atTable && table is null && waited < Patience; waited += Glance)
        {
            yield return Glance;
            table = await TableAsync();
        }

        if (atTable && table is null)
        {
            (_tally.GuestsTurnedAway, _tally.PartiesLeft) = (_tally.GuestsTurnedAway + size, _tally.PartiesLeft + 1);
            yield break;
        }

        var guest = await ComeInAsync(table);
        _tally.GuestsHere += size;
        yield return _chance.Seconds(180, 600);

        await OrderAsync(guest);
        if (_order.IsPlaced && _chance.Happens(6))
        {
            yield return _chance.Seconds(5, 60);
            if (await _order.TryCancelAsync(guest))
            {
                yield return _chance.Seconds(60, 240);
                await OrderAsync(guest);
            }
        }

        var (wantsMore, wantsLess) = (atTable && _chance.Happens(20), _chance.Happens(12));
        while (_order.IsPlaced && !await _order.IsOverAsync(guest))
        {
            yield return Glance;
            wantsLess = wantsLess && !await _order.TryVoidAsync();
            wantsMore = wantsMore && !await _order.TryAddAsync(await _cart.OneMoreAsync(guest));
        }

        if (atTable)
        {
            yield return _chance.Seconds(600, 1500);
        }

        await _order.PayAsync(size, atTable);
        await LeaveAsync(table);
        if (table is not null)
        {
            yield return _chance.Seconds(120, 400);
            await CleanAsync(table);
        }
    }

    private async Task<JsonNode?> TableAsync() => (await night.Team.Waiter.AskAsync("{ tables { id code seats status version } }")).List("tables")
        .Where(table => table.Text("status") == "AVAILABLE" && table.Number("seats") >= size)
        .MinBy(table => table.Number("seats"));

    // By the code on the table, which the waiter shows them.
    private async Task<Speaker> ComeInAsync(JsonNode? table)
    {
        var codes = table is null ? [] : (await night.Team.Waiter.AskAsync("{ tableCodes { code table { code } } }")).List("tableCodes");
        var code = codes.FirstOrDefault(code => code["table"]!.Text("code") == table?.Text("code"))?.Text("code");
        var visit = await night.Guest(null).DoAsync("startVisit", new { tableCode = code }, "accessToken { token }");
        var guest = night.Guest(visit["accessToken"]!.Text("token"));
        if (_chance.Happens(20))
        {
            await guest.DoAsync("declareAllergies", new { allergens = _chance.Some(Allergies, _chance.Between(1, 2)) }, "visit { allergies }");
        }

        return guest;
    }

    private async Task OrderAsync(Speaker guest)
    {
        const int MaxTries = 6;
        var lines = await _cart.ChooseAsync(guest, size, atTable);
        for (var tries = 0; tries < MaxTries && !await _order.TryPlaceAsync(guest, lines, atTable, _cart); tries++)
        {
            lines = lines.Count > 0 ? lines : await _cart.ChooseAsync(guest, size, atTable);
        }
    }

    private async Task LeaveAsync(JsonNode? table)
    {
        _tally.GuestsHere -= size;
        _tally.GuestsServed += _order.IsServed ? size : 0;
        _tally.PartiesLeft++;
        if (table is not null && await VisitAsync(table) is { } visit)
        {
            await night.Team.Waiter.DoAsync("closeVisit", new { visitId = visit, leaveUnpaid = !await _order.IsSettledAsync() }, "visit { id }");
        }
    }

    private async Task<string?> VisitAsync(JsonNode table) => (await night.Team.Waiter.AskAsync(
        "query($table: ID!) { visits(where: { status: { eq: OPEN }, table: { id: { eq: $table } } }) { nodes { id } } }", new { table = table.Text("id") }))["visits"]!
        .List("nodes").FirstOrDefault()?.Text("id");

    private async Task CleanAsync(JsonNode table)
    {
        var now = (await night.Team.Waiter.AskAsync("{ tables { id status version } }")).List("tables").Single(known => known.Text("id") == table.Text("id"));
        if (now.Text("status") == "DIRTY")
        {
            await night.Team.Waiter.ActAsync("markTableClean", "table", now, "status");
        }
    }
}
