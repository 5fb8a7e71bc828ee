using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Restaurant.Graph.Tests.Support;

/// <summary>What people do with tables, parties and reservations, one step at a time.</summary>
internal static class DiningRoom
{
    private static readonly JsonSerializerOptions IndentedForm = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is asked of each kind of subject.</summary>
    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
    {
        ["table"] = "table { id code status version }",
        ["visit"] = "visit { id status partySize version closedAt mergedInto { id } table { code } reservation { id status } }",
        ["reservation"] = "reservation { id status partySize startsAt endsAt version table { code } }",
        ["reservationReceipt"] = "reservationReceipt { reservationId status partySize startsAt endsAt manageCode }",
    };

    /// <summary>The document of a mutation about a table, a visit or a reservation.</summary>
    /// <param name="mutation">The mutation.</param>
    /// <param name="subject">What is asked of what it is done to.</param>
    /// <param name="more">What is asked of an error besides what all have.</param>
    public static string Document(string mutation, string subject, string more = "") =>
        $$"""mutation($input: {{Documents.InputOf(mutation)}}!) { {{mutation}}(input: $input) { {{subject}} errors { __typename ... on Error { message code path } {{more}} } } }""";

    /// <summary>Does something; the payload.</summary>
    public static async Task<JsonNode> TryAsync(this GraphQLClient client, string mutation, string subject, object input) =>
        (await client.QueryAsync(Document(mutation, Subjects[subject]), new { input }))[mutation]!;

    /// <summary>Does something that has to succeed; its subject.</summary>
    public static async Task<JsonNode> DoAsync(this GraphQLClient client, string mutation, string subject, object input)
    {
        var payload = await client.TryAsync(mutation, subject, input);
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload[subject]!;
    }

    /// <summary>A table by its code: `id`, `status` and `version`.</summary>
    public static async Task<JsonNode> TableAsync(this RestaurantApp app, string code) =>
        (await app.Client.QueryAsync("{ tables { id code status version } }"))["tables"]!.AsArray().Single(table => table!.Text("code") == code)!;

    /// <summary>What a table is now.</summary>
    public static async Task<string> TableStatusAsync(this RestaurantApp app, string code) => (await app.TableAsync(code)).Text("status");

    /// <summary>Does something with a table that has just been looked at; the payload.</summary>
    public static async Task<JsonNode> TryTableAsync(this RestaurantApp app, string mutation, string code)
    {
        var table = await app.TableAsync(code);
        return await app.Client.TryAsync(mutation, "table", new { tableId = table.Text("id"), expectedVersion = table.Number("version") });
    }

    /// <summary>Leads a party to a table; the visit.</summary>
    public static async Task<JsonNode> SeatAsync(this RestaurantApp app, string code, int partySize = 2) =>
        await app.Client.DoAsync("seatParty", "visit", new { tableId = (await app.TableAsync(code)).Text("id"), partySize });

    /// <summary>The input by which a party reserves.</summary>
    public static object Party(DateTimeOffset startsAt, int partySize = 2, string name = "Ada") => new { name, partySize, startsAt };

    /// <summary>Reserves, as nobody in particular; the receipt.</summary>
    public static async Task<JsonNode> ReserveAsync(this RestaurantApp app, DateTimeOffset startsAt, int partySize = 2, string mutation = "reserveTable")
    {
        using var nobody = app.As(null);
        return await nobody.DoAsync(mutation, "reservationReceipt", Party(startsAt, partySize));
    }

    /// <summary>A reservation: `id`, `status`, `version` and its table.</summary>
    public static async Task<JsonNode> ReservationAsync(this RestaurantApp app, string id) =>
        (await app.Client.QueryAsync("query($id: ID!) { node(id: $id) { id ... on Reservation { name status version table { code seats } } } }", new { id }))["node"]!;

    /// <summary>Does something with a reservation that has just been looked at; the payload.</summary>
    public static async Task<JsonNode> TryReservationAsync(this RestaurantApp app, string mutation, string subject, string id) =>
        await app.Client.TryAsync(mutation, subject, new { reservationId = id, expectedVersion = (await app.ReservationAsync(id)).Number("version") });

    /// <summary>The times at which a party can come on a day.</summary>
    public static async Task<List<DateTimeOffset>> TimesAsync(this RestaurantApp app, int partySize, string date)
    {
        using var nobody = app.As(null);
        var data = await nobody.QueryAsync("query($partySize: Int!, $date: LocalDate!) { availability(partySize: $partySize, date: $date) }", new { partySize, date });
        return [.. data["availability"]!.AsArray().Select(time => DateTimeOffset.Parse(time!.GetValue<string>(), CultureInfo.InvariantCulture))];
    }

    /// <summary>Writes a part of an answer as text to compare.</summary>
    public static string Indented(this JsonNode node) => node.ToJsonString(IndentedForm);

    /// <summary>A text in an object.</summary>
    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    /// <summary>A number in an object.</summary>
    public static int Number(this JsonNode node, string name) => node[name]!.GetValue<int>();

    /// <summary>An instant in an object.</summary>
    public static DateTimeOffset Instant(this JsonNode node, string name) => DateTimeOffset.Parse(node.Text(name), CultureInfo.InvariantCulture);

    /// <summary>The codes of a payload's errors.</summary>
    public static IEnumerable<string> Codes(this JsonNode payload) => payload["errors"]?.AsArray().Select(error => error!.Text("code")) ?? [];
}
