using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>Nothing of the inside is in an answer, whatever the request.</summary>
public sealed class DisclosureTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly string[] Inside =
        ["System.", "GraphQL.", "GraphQLParser", "Restaurant.", "   at ", "SQLite", "sqlite", "SELECT", "Exception", "/src", "/tmp", ".cs:", "EntityFramework", "LINQ", "StackTrace", "RuntimeType", "`1", "Int32", "Int64", "DateTimeOffset", "Nullable", "IDictionary"];

    private static readonly string[] Documents =
    [
        "", "{", "}", "{{{", "{ restaurant { ", "\0", "{ \u0001 }", "query {", "query Q($a: [[[[Int!]!]!]!) { restaurant { name } }", "{ dishById(id: 1.5) { id } }", "{ dishById(id: {a: 1}) { id } }",
        "{ dishById(id: [\"RGlzaDox\"]) { id } }", "{ dishById(id: \"RGlzaDox\\u0000\") { id } }", "{ node(id: \"____\") { id } }", "{ nodes(ids: [null]) { id } }", "{ nodes(ids: \"RGlzaDox\") { id } }",
        "{ dishes(first: 99999999999999999999) { totalCount } }", "{ dishes(first: -99999999999) { totalCount } }", "{ dishes(first: 1.5) { totalCount } }", "{ dishes(after: \"bnVsbA\") { nodes { id } } }",
        "{ dishes(after: \"WyJJZCIsIngiXQ\", order: [{ id: ASC }]) { nodes { id } } }", "{ dishes(order: [{}]) { nodes { id } } }", "{ dishes(order: [null]) { nodes { id } } }", "{ dishes(order: { name: ASC }) { totalCount } }",
        "{ dishes(order: [{ station: null, category: {} }]) { totalCount } }", "{ dishes(where: { and: [null] }) { totalCount } }", "{ dishes(where: { name: { in: null, nin: null } }) { totalCount } }",
        "{ dishes(where: { price: { minorUnits: { eq: 9223372036854775808 } } }) { totalCount } }", "{ dishes(where: { price: { minorUnits: { eq: 1.5 } } }) { totalCount } }", "{ dishes(where: { isAvailable: { eq: 1 } }) { totalCount } }",
        "{ orders(where: { placedAt: { gt: \"9999-12-31T23:59:59.999-14:00\" } }) { totalCount } }", "{ orders(where: { placedAt: { lt: \"0001-01-01T00:00:00+14:00\" } }) { totalCount } }", "{ orders(where: { placedAt: { lt: 5 } }) { totalCount } }",
        "{ orders(where: { placedAt: { lt: \"2026-02-30T00:00:00Z\" } }) { totalCount } }", "{ orders(where: { table: { id: { eq: \"RGlzaDox\" } } }) { totalCount } }", "{ orders(order: [{ table: { code: DESC } }], first: 1, after: \"W10\") { totalCount nodes { id } } }",
        "{ tickets(where: { lines: { all: { note: { contains: \"%\" } } } }) { totalCount } }", "{ orders(where: { history: { some: { previousStatus: { eq: null } } } }) { totalCount } }", "{ __type(name: null) { name } }", "{ __type { name } }",
        "{ restaurant { name @skip } }", "{ restaurant { name @include(if: null) } }", "{ restaurant @include(if: \"x\") { name } }", "mutation { placeOrder { order { id } } }", "mutation { placeOrder(input: null) { order { id } } }",
        "mutation { placeOrder(input: { idempotencyKey: \"x\", type: DINE_IN, lines: [] }) { order { id } } }", "mutation { placeOrder(input: { idempotencyKey: 5, type: 5, lines: 5 }) { order { id } } }",
        "mutation { acceptOrder(input: { orderId: 99999999999999999999999 }) { order { id } } }", "mutation { acceptOrder(input: { orderId: \"\" }) { order { id } } }", "mutation { rejectOrder(input: { orderId: \"T3JkZXI6MQ==\", reason: 5 }) { order { id } } }",
        "subscription { onOrdersChanged { status } }", "subscription { a: onOrdersChanged { status } b: onMenuChanged { cursor } }", "subscription { __typename }", "fragment A on Query { ...A } { ...A }", "query Q { ...A } fragment A on Query { b: __typename ...B } fragment B on Query { ...A }",
        "{ dishById(id: 1) { id } }", "{ dishById(id: 99999999999) { id } }", "{ node(id: 1) { id } }", "{ dishes(where: { id: { eq: 1 } }) { totalCount } }", "{ dishes(where: { station: { id: { in: [1, null] } } }) { totalCount } }",
        "mutation { acceptOrder(input: { orderId: 1 }) { order { id } } }", "subscription { onOrderChanged(orderId: 1) { status } }", "subscription { onTicketChanged(stationId: 99999999999) { status } }",
        "type Query { a: Int }", "extend type Query { a: Int }", "directive @a on FIELD", "{ dishes(where: { or: [{ or: [{ or: [{ name: { or: [{ or: [] }] } }] }] }] }) { totalCount } }", "{ dishes(where: { modifierGroups: { all: { modifiers: { none: { name: { neq: null } } } } } }) { totalCount } }",
    ];

    private static readonly string[] Bodies =
    [
        "", "[]", "[[]]", "{", "nul", "\"\"", "1e999", "{\"query\":{}}", "{\"query\":\"{ restaurant { name } }\",\"variables\":{\"a\":1e999}}", "{\"query\":\"query($a: Int) { dishes(first: $a) { totalCount } }\",\"variables\":{\"a\":1e999}}",
        "{\"query\":\"query($a: Int) { dishes(first: $a) { totalCount } }\",\"variables\":{\"a\":{\"b\":[]}}}", "{\"query\":\"query($a: Long) { dishes(where: { price: { minorUnits: { eq: $a } } }) { totalCount } }\",\"variables\":{\"a\":123456789012345678901234567890}}",
        "{\"query\":\"query($a: DateTime) { orders(where: { placedAt: { eq: $a } }) { totalCount } }\",\"variables\":{\"a\":[\"x\"]}}", "{\"query\":\"query($a: UUID!) { restaurant { name } }\",\"variables\":{\"a\":\"x\"}}",
        "{\"query\":\"query($a: [ID!]!) { nodes(ids: $a) { id } }\",\"variables\":{\"a\":[1,2,{}]}}", "{\"query\":\"query($a: ID!) { dishById(id: $a) { id } }\",\"variables\":{\"a\":7}}", "{\"query\":\"query($a: ID!) { dishes(where: { id: { eq: $a } }) { totalCount } }\",\"variables\":{\"a\":7}}",
        "{\"query\":\"mutation($a: ID!) { acceptOrder(input: { orderId: $a }) { order { id } } }\",\"variables\":{\"a\":7}}", "{\"query\":\"{ restaurant { name } }\",\"query\":5}", "{\"query\":\"{ restaurant { name } }\",\"extensions\":{\"persistedQuery\":5}}",
        "{\"query\":\"{ restaurant { name } }\",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":7}}}", "{\"documentId\":\"\\u0000\"}", "{\"query\":\"query($o: [DishSortInput!]) { dishes(order: $o) { totalCount } }\",\"variables\":{\"o\":{\"name\":\"ASC\"}}}",
        "{\"query\":\"query($o: [DishSortInput!]) { dishes(order: $o) { totalCount } }\",\"variables\":{\"o\":[{\"name\":\"UP\"}]}}", "{\"query\":\"query($w: DishFilterInput) { dishes(where: $w) { totalCount } }\",\"variables\":{\"w\":[[[]]]}}",
    ];

    [Fact]
    public async Task No_document_makes_the_server_tell_of_its_inside()
    {
        var told = new List<string>();
        foreach (var document in Documents)
        {
            told.AddRange(Told(document, await app.PostAsync(new { query = document }, Wire.GraphQLResponse)));
            told.AddRange(Told(document, await app.GetAsync(document)));
        }

        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    [Fact]
    public async Task No_body_makes_the_server_tell_of_its_inside()
    {
        var told = new List<string>();
        foreach (var body in Bodies)
        {
            told.AddRange(Told(body, await app.SendAsync(HttpMethod.Post, "", body, "application/json", Wire.GraphQLResponse)));
        }

        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    // Nothing here is beyond the server, so none of it is its own fault either.
    private static IEnumerable<string> Told(string request, WireAnswer answer) => Inside
        .Append("INTERNAL_ERROR")
        .Where(word => answer.Body.Contains(word, StringComparison.Ordinal))
        .Concat((int)answer.Status >= 500 ? ["500"] : [])
        .Select(word => $"{request}: {word} in {answer.Body}");
}
