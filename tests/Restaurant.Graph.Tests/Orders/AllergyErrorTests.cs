using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Inventory;
using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Nobody is served what they are allergic to without having said that they know.</summary>
public sealed class AllergyErrorTests(AllergyErrorTests.StockedBar stocked) : IClassFixture<AllergyErrorTests.StockedBar>
{
    private const string PlaceOrder = """
        mutation($input: PlaceOrderInput!) {
          placeOrder(input: $input) {
            order { id allergies lines { allergens acknowledgedAllergens } }
            errors {
              __typename
              ... on Error { code message path }
              ... on AllergenConflictError { dishName allergens }
              ... on ModifierUnavailableError { modifierName }
            }
          }
        }
        """;

    private readonly ToastBar _bar = stocked.Bar;

    [Fact]
    public async Task What_is_on_the_plate_and_was_declared_is_a_typed_error_of_each_line() => Snapshot.Match(await _bar.Client.SnapshotAsync(
        PlaceOrder,
        Input(["MILK", "EGGS", "SESAME", "FISH"], _bar.Line([]), _bar.Line([ToastBar.NoCheese]), _bar.Line([ToastBar.NoCheese, ToastBar.Sesame]), _bar.Line([], acknowledged: ["EGGS"]))));

    [Fact]
    public async Task A_modifier_that_there_is_not_enough_for_is_a_typed_error() =>
        Snapshot.Match(await _bar.Client.SnapshotAsync(PlaceOrder, Input([], _bar.Line([ToastBar.Egg]))));

    [Fact]
    public async Task A_guest_declares_acknowledges_and_the_kitchen_and_the_audit_know_it()
    {
        var token = await _bar.ComeInAsync();
        using var guest = _bar.As(token);
        Assert.Equal("""{"allergies":["GLUTEN","MILK"]}""", (await DeclareAsync(guest, null, "MILK", "GLUTEN", "MILK"))["visit"]!.ToJsonString());
        Assert.Equal(["GLUTEN", "MILK"], Conflict(await PlaceAsync(guest, [], _bar.Line([]))));
        Assert.Equal(["GLUTEN"], Conflict(await PlaceAsync(guest, [], _bar.Line([], acknowledged: ["MILK"]))));
        var order = (await PlaceAsync(guest, ["MUSTARD"], _bar.Line([], acknowledged: ["MUSTARD", "MILK", "GLUTEN", "FISH"]), _bar.Line([ToastBar.NoCheese], acknowledged: ["GLUTEN", "MUSTARD"])))["order"]!;
        Assert.Equal("""["GLUTEN","MILK","MUSTARD"]""", order["allergies"]!.ToJsonString());
        const string Lines = """[{"allergens":["GLUTEN","MILK","MUSTARD"],"acknowledgedAllergens":["GLUTEN","MILK","MUSTARD"]},{"allergens":["GLUTEN","MUSTARD"],"acknowledgedAllergens":["GLUTEN","MUSTARD"]}]""";
        Assert.Equal(Lines, order["lines"]!.ToJsonString());

        var id = order["id"]!.GetValue<string>();
        await _bar.DoAsync("acceptOrder", id);
        var seen = await _bar.Client.QueryAsync(
            """
            query($id: ID!) {
              tickets(where: { order: { id: { eq: $id } } }) { nodes { order { allergies } lines { allergens acknowledgedAllergens } } }
              auditEntries(where: { mutation: { eq: "placeOrder" }, role: { eq: "guest" } }) { nodes { name subjectId detail } }
            }
            """,
            new { id });
        Assert.Equal(Lines, seen["tickets"]!["nodes"]![0]!["lines"]!.ToJsonString());
        Assert.Equal(
            $$"""[{"name":"guest","subjectId":"{{id}}","detail":"Toast: GLUTEN, MILK, MUSTARD acknowledged; Toast: GLUTEN, MUSTARD acknowledged"}]""",
            seen["auditEntries"]!["nodes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_guest_declares_for_their_own_visit_and_a_waiter_for_any_that_is_there()
    {
        var token = await _bar.ComeInAsync();
        var visit = await _bar.VisitOfAsync(token);
        using var stranger = _bar.As(await _bar.ComeInAsync());
        Assert.Equal("VISIT_NOT_FOUND", CodeOf(await DeclareAsync(stranger, visit, "FISH")));
        Assert.Null((await DeclareAsync(_bar.Client, visit, "FISH"))["errors"]);
        Assert.Null((await DeclareAsync(_bar.Client, visit, "EGGS"))["errors"]);
        Assert.Equal("VISIT_NOT_FOUND", CodeOf(await DeclareAsync(_bar.Client, null, "FISH")));
        using var guest = _bar.As(token);
        Assert.Equal("""["EGGS"]""", (await guest.QueryAsync("{ visits { nodes { allergies } } }"))["visits"]!["nodes"]![0]!["allergies"]!.ToJsonString());
        await _bar.Client.QueryAsync(People.CloseVisit, new { input = new { visitId = visit } });
        Assert.Equal("VISIT_NOT_FOUND", CodeOf(await DeclareAsync(_bar.Client, visit, "FISH")));
    }

    private static async Task<JsonNode> DeclareAsync(GraphQLClient client, string? visitId, params string[] allergens) => (await client.QueryAsync(
        "mutation($input: DeclareAllergiesInput!) { declareAllergies(input: $input) { visit { allergies } errors { ... on Error { code } } } }",
        new { input = new { visitId, allergens } }))["declareAllergies"]!;

    private static async Task<JsonNode> PlaceAsync(GraphQLClient client, string[] allergies, params object[] lines) =>
        (await client.QueryAsync(PlaceOrder, Input(allergies, lines)))["placeOrder"]!;

    private static object Input(string[] allergies, params object[] lines) =>
        new { input = new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", allergies, lines } };

    private static IEnumerable<string> Conflict(JsonNode payload)
    {
        var error = Assert.Single(payload["errors"]!.AsArray())!;
        Assert.Equal("ALLERGEN_CONFLICT", error["code"]!.GetValue<string>());
        return error["allergens"]!.AsArray().Select(allergen => allergen!.GetValue<string>());
    }

    private static string? CodeOf(JsonNode payload) => payload["errors"]?[0]?["code"]?.GetValue<string>();

    /// <summary>A toast bar with bread and cheese, and no eggs.</summary>
    public sealed class StockedBar : IAsyncLifetime
    {
        internal ToastBar Bar { get; } = new();

        public async Task InitializeAsync()
        {
            await Bar.InitializeAsync();
            await Bar.DeliverAsync("Bread", 100);
            await Bar.DeliverAsync("Cheese", 3_000);
        }

        public Task DisposeAsync() => ((IAsyncLifetime)Bar).DisposeAsync();
    }
}
