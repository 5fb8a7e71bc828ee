using System.Text;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class ErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly string[] Secrets = ["System.", "GraphQL.", "Exception", "SQLite", "   at ", "/src"];

    [Theory]
    [InlineData("Syntax", "{ restaurant { name }")]
    [InlineData("Empty", "")]
    [InlineData("UnknownField", "{ restaurant { stars } }")]
    [InlineData("NoSelection", "{ restaurant }")]
    [InlineData("UnknownArgument", "{ dishes(top: 3) { nodes { id } } }")]
    [InlineData("MissingArgument", "{ dishById { id } }")]
    [InlineData("UnusedFragment", "{ restaurant { name } } fragment Unused on Dish { id }")]
    public async Task A_document_that_is_not_right_is_an_error(string name, string query) =>
        Snapshot.Match(await app.Client.SnapshotAsync(query), SnapshotNameExtension.Create(name));

    [Fact]
    public async Task A_variable_of_the_wrong_type_is_an_error() =>
        Snapshot.Match(await app.Client.SnapshotAsync("query($first: Int!) { dishes(first: $first) { nodes { id } } }", new { first = "ten" }));

    [Fact]
    public async Task A_variable_that_is_missing_is_an_error() =>
        Snapshot.Match(await app.Client.SnapshotAsync("query($id: ID!) { dishById(id: $id) { id } }"));

    [Fact]
    public async Task An_operation_that_is_not_in_the_document_is_an_error() =>
        Snapshot.Match(await SendAsync("""{"query":"query A { restaurant { name } } query B { restaurant { name } }","operationName":"C"}"""));

    [Fact]
    public async Task One_of_two_operations_has_to_be_named() =>
        Snapshot.Match(await SendAsync("""{"query":"query A { restaurant { name } } query B { restaurant { name } }"}"""));

    [Theory]
    [InlineData("""{"query":"{ dishById(id: \"\u0000\") { id } }"}""")]
    [InlineData("""{"query":"query($id: ID!) { dishById(id: $id) { id } }","variables":{"id":"a\u0000b"}}""")]
    [InlineData("""{"query":"query($t: String) { dishes(where: { name: { contains: $t } }) { nodes { id } } }","variables":{"t":"\u0000%_'; DROP TABLE Dishes;"}}""")]
    [InlineData("""{"query":"\ud800"}""")]
    [InlineData("""{"query":"{ restaurant { name } }","operationName":"\udc00"}""")]
    [InlineData("""{"query":"query($id: ID!) { dishById(id: $id) { id } }","variables":{"id":"\ud800"}}""")]
    [InlineData("""{"query":"query($t: String) { dishes(where: { name: { contains: $t } }) { nodes { id } } }","variables":{"t":"\ud800"}}""")]
    [InlineData("""{"query":"{ restaurant { name } }","variables":{"\ud800":1}}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"query":"{ dishes(where: { name: { contains: \"\\ud800\" } }) { nodes { id } } }"}""")]
    [InlineData("""{"query":"{ dishes(first: 99999999999999999999999999) { nodes { id } } }"}""")]
    [InlineData("""{"query":"query($n: Int) { dishes(first: $n) { nodes { id } } }","variables":{"n":1e999}}""")]
    [InlineData("""{"query":"query($n: Int) { dishes(first: $n) { nodes { id } } }","variables":{"n":99999999999999999999999999999999999999}}""")]
    [InlineData("""{"query":"query($n: Int) { dishes(first: $n) { nodes { id } } }","variables":{"n":1.5}}""")]
    [InlineData("""{"query":"query($n: Int) { dishes(first: $n) { nodes { id } } }","variables":{"n":{}}}""")]
    [InlineData("""{"query":"query($w: DishFilterInput) { dishes(where: $w) { nodes { id } } }","variables":{"w":[[1]]}}""")]
    [InlineData("""{"query":"query($w: DishFilterInput) { dishes(where: $w) { nodes { id } } }","variables":{"w":{"price":{"amount":{"gt":1e300}}}}}""")]
    [InlineData("""{"query":"query($w: DishFilterInput) { dishes(where: $w) { nodes { id } } }","variables":{"w":{"price":{"minorUnits":{"gt":1e18}}}}}""")]
    [InlineData("""{"query":"mutation($i: PlaceOrderInput!) { placeOrder(input: $i) { order { id } } }","variables":{"i":{"idempotencyKey":7,"type":[],"lines":"x"}}}""")]
    [InlineData("""{"query":"{ a }","extensions":{"persistedQuery":{"sha256Hash":{}}}}""")]
    [InlineData("""{"query":"{ a }","extensions":{"persistedQuery":[1]}}""")]
    [InlineData("""{"query":[],"variables":7,"operationName":false}""")]
    [InlineData("""{"documentId":"\ud800"}""")]
    public async Task A_hostile_request_does_no_harm_and_learns_nothing(string body) => await SendAsync(body);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Deep_variables_do_no_harm(string open, string close) => await SendAsync(
        """{"query":"query($w: DishFilterInput) { dishes(where: $w) { nodes { id } } }","variables":{"w":""" + Repeat(open) + "1" + Repeat(close) + "}}");

    [Theory]
    [InlineData("{ dishes(where: ", "{ and: ", "{}", "}", ") { nodes { id } } }")]
    [InlineData("{ dishes(where: { and: ", "[", "", "]", " }) { nodes { id } } }")]
    [InlineData("", "{ restaurant ", "", "}", "")]
    [InlineData("query($a: ", "[", "Int", "]", ") { restaurant { name } }")]
    public async Task Deep_documents_do_no_harm(string start, string open, string middle, string close, string end) =>
        await SendAsync(new JsonObject { ["query"] = start + Repeat(open) + middle + Repeat(close) + end }.ToJsonString());

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, 200));

    private async Task<string> SendAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await app.Client.Http.PostAsync(app.Endpoint, content);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}: {answer}");
        Assert.DoesNotContain(Secrets, secret => answer.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("INTERNAL_ERROR", answer, StringComparison.Ordinal);
        return answer;
    }
}
