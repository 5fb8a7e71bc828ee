using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>Somebody who places orders and moves those of everybody, at times twice at once, and writes down what they are told.</summary>
internal sealed class Staff(Caller caller, Journal journal, IReadOnlyList<string> dishes, Random random)
{
    private const string Order = "order { id version total { minorUnits } lines { dish { id } quantity lineTotal { minorUnits } } } errors { __typename }";

    private const string Look = """
        query($id: ID!) {
          orderById(id: $id) { version availableActions { action allowed } }
          tickets(where: { order: { id: { eq: $id } } }) { nodes { id version status } }
        }
        """;

    private static readonly Dictionary<string, string[]> Moves = new(StringComparer.Ordinal)
    {
        ["QUEUED"] = ["startTicket"],
        ["IN_PREPARATION"] = ["bumpTicket"],
        ["READY"] = ["bumpTicket", "recallTicket"],
        ["COMPLETED"] = ["recallTicket"],
        ["VOIDED"] = ["startTicket"],
    };

    private static readonly string[] OfTheWhole = ["ACCEPT", "REJECT", "DISPATCH", "FULFILL", "CANCEL"];

    /// <summary>Works until it is over, and until what was begun is answered.</summary>
    public async Task WorkAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await (journal.Recent(random) is { } order && random.Next(5) > 1 ? MoveAsync(order) : PlaceAsync());
        }
    }

    private async Task PlaceAsync()
    {
        var key = Guid.NewGuid();
        var lines = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new { dishId = dishes[random.Next(dishes.Count)], quantity = random.Next(1, 4) }).ToList();
        var payload = await AskAsync("placeOrder", Order, new { idempotencyKey = key, type = "TAKEAWAY", note = key.ToString(), lines });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        var order = payload["order"]!;
        var placed = order["lines"]!.AsArray().Select(line => (Text(line!["dish"]!["id"]), Number(line["quantity"]), Amount(line["lineTotal"]))).ToList();
        Assert.Equal(lines.Select(line => (line.dishId, line.quantity)), placed.Select(line => (line.Item1, line.Item2)));
        journal.See(Text(order["id"]), Number(order["version"]), known: 1);
        journal.Add(new PlacedOrder(key, Text(order["id"]), Amount(order["total"]), placed));
    }

    private async Task MoveAsync(string id)
    {
        var known = journal.Known(id);
        var seen = await caller.AskAsync(Look, new { id });
        journal.See(id, Number(seen["orderById"]!["version"]), known);
        var moves = Possible(id, seen).ToList();
        var (mutation, subject, version) = moves[random.Next(moves.Count)];
        var (key, kind) = (Guid.NewGuid(), mutation.EndsWith("Order", StringComparison.Ordinal) ? "order" : "ticket");
        known = journal.Known(subject);
        var input = new Dictionary<string, object>(StringComparer.Ordinal) { ["idempotencyKey"] = key, [$"{kind}Id"] = subject, ["expectedVersion"] = version };
        if (string.Equals(mutation, "cancelOrder", StringComparison.Ordinal))
        {
            input["reason"] = "Left";
        }

        var payload = await AskAsync(mutation, $"{kind} {{ id version }} errors {{ __typename }}", input);
        if (payload[kind] is not { } moved)
        {
            journal.Refused.Enqueue(key);
            return;
        }

        journal.See(subject, Number(moved["version"]), Math.Max(known, version + 1));
        journal.Done.Enqueue(new DoneAction(key, mutation, subject, version + 1));
    }

    // What is final is done seldom, so that there is something left to do.
    private IEnumerable<(string Mutation, string Subject, int Version)> Possible(string id, JsonNode seen)
    {
        var isLast = random.Next(6) == 0;
        var order = seen["orderById"]!;
        foreach (var action in order["availableActions"]!.AsArray().Where(action => action!["allowed"]!.GetValue<bool>()).Select(action => Text(action!["action"])))
        {
            if (OfTheWhole.Contains(action, StringComparer.Ordinal) && (isLast || string.Equals(action, "ACCEPT", StringComparison.Ordinal)))
            {
                yield return ($"{action.ToLowerInvariant()}Order", id, Number(order["version"]));
            }
        }

        foreach (var ticket in seen["tickets"]!["nodes"]!.AsArray())
        {
            journal.See(Text(ticket!["id"]), Number(ticket["version"]), known: 1);
            foreach (var mutation in Moves[Text(ticket["status"])])
            {
                yield return (mutation, Text(ticket["id"]), Number(ticket["version"]));
            }
        }

        yield return ("acceptOrder", id, Number(order["version"]));
    }

    // The same key is at times sent twice at once, and at times again when it was answered.
    private async Task<JsonNode> AskAsync(string mutation, string selection, object input)
    {
        var query = $$"""mutation($input: {{Documents.InputOf(mutation)}}!) { {{mutation}}(input: $input) { {{selection}} } }""";
        var answers = await Task.WhenAll(Enumerable.Range(0, random.Next(5) == 0 ? 2 : 1).Select(_ => caller.AskAsync(query, new { input })));
        JsonNode[] all = random.Next(5) == 0 ? [.. answers, await caller.AskAsync(query, new { input })] : answers;
        var payloads = all.Select(answer => answer[mutation]!).ToList();
        Assert.Single(payloads.Select(payload => (payload["order"] ?? payload["ticket"])?["id"]?.GetValue<string>()).Distinct(StringComparer.Ordinal));
        return payloads[0];
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static int Number(JsonNode? node) => node!.GetValue<int>();

    private static long Amount(JsonNode? money) => money!["minorUnits"]!.GetValue<long>();
}
