using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>The cooks of a station: each takes the ticket that has hung there longest, and makes it in about the time that it should take.</summary>
internal sealed class Crew(Night night, JsonNode station)
{
    private const string Queued = """
        query($station: ID!, $first: Int!) {
          tickets(where: { status: { eq: QUEUED }, station: { id: { eq: $station } } }, order: [{ queuedAt: ASC }], first: $first) { nodes { id version workMinutes } }
        }
        """;

    private readonly Chance _chance = night.Chance;
    private readonly Speaker _cook = night.Team.Cook;
    private readonly List<(string Ticket, DateTimeOffset Due)> _inHand = [];

    /// <summary>The evening, until the last guest has left.</summary>
    public async IAsyncEnumerable<TimeSpan> LiveAsync()
    {
        while (night.IsOn)
        {
            foreach (var (ticket, _) in _inHand.Where(work => work.Due <= night.Agenda.Now).ToList())
            {
                _inHand.RemoveAll(work => work.Ticket == ticket);
                await FinishAsync(ticket);
            }

            if (station.Number("capacity") - _inHand.Count is > 0 and var free)
            {
                await TakeAsync(free);
            }

            yield return _chance.Seconds(30, 60);
        }
    }

    private async Task TakeAsync(int free)
    {
        foreach (var ticket in (await _cook.AskAsync(Queued, new { station = station.Text("id"), first = free }))["tickets"]!.List("nodes"))
        {
            await _cook.ActAsync("startTicket", "ticket", ticket, "id");
            _inHand.Add((ticket.Text("id"), night.Agenda.Now + (_chance.Seconds(40, 90) * ticket.Number("workMinutes"))));
        }
    }

    // What was called off in the meantime is dropped; now and then something has to be made again.
    private async Task FinishAsync(string id)
    {
        if (await ReadAsync(id) is not { } ticket || ticket.Text("status") != "IN_PREPARATION")
        {
            return;
        }

        var made = await _cook.ActAsync("bumpTicket", "ticket", ticket, "id version");
        if (_chance.Happens(2))
        {
            await _cook.ActAsync("recallTicket", "ticket", made, "id");
            _inHand.Add((id, night.Agenda.Now + _chance.Seconds(60, 240)));
        }
    }

    private async Task<JsonNode?> ReadAsync(string id) => (await _cook.AskAsync("query($id: ID!) { node(id: $id) { ... on Ticket { id version status } } }", new { id }))["node"];
}
