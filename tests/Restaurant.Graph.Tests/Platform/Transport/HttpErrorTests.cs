using System.Net;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>What is wrong with a request is told with a code, in the form of the specification, and by the status.</summary>
public sealed class HttpErrorTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("Nothing", "")]
    [InlineData("Garbage", "query")]
    [InlineData("CutOff", "{\"query\":\"{ restaurant { name } }\"")]
    [InlineData("Text", "\"{ restaurant { name } }\"")]
    [InlineData("Null", "null")]
    [InlineData("NoQuery", "{}")]
    [InlineData("NullQuery", "{\"query\":null}")]
    [InlineData("NumberAsQuery", "{\"query\":7}")]
    [InlineData("ListAsVariables", "{\"query\":\"{ restaurant { name } }\",\"variables\":[1]}")]
    [InlineData("TextAsVariables", "{\"query\":\"{ restaurant { name } }\",\"variables\":\"{}\"}")]
    [InlineData("NumberAsOperationName", "{\"query\":\"{ restaurant { name } }\",\"operationName\":1}")]
    [InlineData("TextAsExtensions", "{\"query\":\"{ restaurant { name } }\",\"extensions\":\"{}\"}")]
    public async Task A_request_that_cannot_be_read_is_400(string kind, string body)
    {
        var answer = await app.SendAsync(HttpMethod.Post, "", body, "application/json", "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(answer.Body, (await app.SendAsync(HttpMethod.Post, "", body, "application/json", Wire.GraphQLResponse)).Body);
        Snapshot.Match(answer.Errors, SnapshotNameExtension.Create(kind));
    }

    [Theory]
    [InlineData("NoQuery", "")]
    [InlineData("VariablesThatAreNoJson", "?query={a}&variables={")]
    [InlineData("ListAsVariables", "?query={a}&variables=[]")]
    [InlineData("TextAsExtensions", "?query={a}&extensions=\"a\"")]
    public async Task An_address_that_cannot_be_read_is_400(string kind, string address)
    {
        var answer = await app.SendAsync(HttpMethod.Get, address, body: null, contentType: null, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Snapshot.Match(answer.Errors, SnapshotNameExtension.Create(kind));
    }

    [Theory]
    [InlineData("Syntax", "{ restaurant { name }")]
    [InlineData("UnexpectedCharacter", "{ restaurant { name } } ?")]
    [InlineData("Empty", "   ")]
    [InlineData("FragmentsAlone", "fragment A on Dish { name }")]
    [InlineData("UnknownField", "{ restaurant { taste } }")]
    [InlineData("UnknownArgument", "{ restaurant(loud: true) { name } }")]
    [InlineData("MissingArgument", "{ dishById { name } }")]
    [InlineData("MissingSelection", "{ restaurant }")]
    [InlineData("SelectionOfAScalar", "{ restaurant { name { first } } }")]
    [InlineData("UnknownFragment", "{ restaurant { ...A } }")]
    [InlineData("FragmentCycle", "{ restaurant { ...A } } fragment A on Restaurant { ...B } fragment B on Restaurant { ...A }")]
    [InlineData("ImpossibleFragment", "{ restaurant { ... on Dish { name } } }")]
    [InlineData("UnknownType", "query($input: Spoon) { restaurant { name } }")]
    [InlineData("UnknownDirective", "{ restaurant { name @loud } }")]
    [InlineData("Conflict", "{ a: restaurant { name } a: currentMenu { name } }")]
    [InlineData("ArgumentOfAWrongType", "{ dishes(first: \"ten\") { totalCount } }")]
    [InlineData("UnusedVariable", "query($id: ID) { restaurant { name } }")]
    [InlineData("UndefinedVariable", "{ dishById(id: $id) { name } }")]
    public async Task A_document_that_is_wrong_is_not_executed(string kind, string query)
    {
        var answer = await app.PostAsync(new { query }, Wire.GraphQLResponse);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Json["data"]);
        var older = await app.PostAsync(new { query });
        Assert.Equal((HttpStatusCode.OK, answer.Body), (older.Status, older.Body));
        Snapshot.Match(answer.Errors, SnapshotNameExtension.Create(kind));
    }

    [Theory]
    [InlineData("Missing", "query($id: ID!) { dishById(id: $id) { name } }", "{}")]
    [InlineData("Null", "query($id: ID!) { dishById(id: $id) { name } }", "{\"id\":null}")]
    [InlineData("WrongType", "query($n: Int) { dishes(first: $n) { totalCount } }", "{\"n\":\"ten\"}")]
    [InlineData("TooLarge", "query($n: Int) { dishes(first: $n) { totalCount } }", "{\"n\":2147483648}")]
    [InlineData("UnknownConstant", "query($s: OrderStatus) { orders(where: { status: { eq: $s } }) { totalCount } }", "{\"s\":\"EATEN\"}")]
    [InlineData("UnknownField", "query($w: DishFilterInput) { dishes(where: $w) { totalCount } }", "{\"w\":{\"taste\":{}}}")]
    [InlineData("NoUuid", "mutation($i: PlaceOrderInput!) { placeOrder(input: $i) { order { id } } }", "{\"i\":{\"idempotencyKey\":\"1\",\"type\":\"DINE_IN\",\"lines\":[]}}")]
    [InlineData("MissingField", "mutation($i: PlaceOrderInput!) { placeOrder(input: $i) { order { id } } }", "{\"i\":{\"type\":\"DINE_IN\",\"lines\":[]}}")]
    [InlineData("NoDateTime", "query($d: DateTime) { orders(where: { placedAt: { gt: $d } }) { totalCount } }", "{\"d\":\"2026-03-14T18:30:00\"}")]
    public async Task A_variable_that_is_wrong_is_not_used(string kind, string query, string variables)
    {
        var answer = await app.SendAsync(
            HttpMethod.Post, "", $$"""{"query":"{{query}}","variables":{{variables}}}""", "application/json", Wire.GraphQLResponse);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Json["data"]);
        Snapshot.Match(answer.Errors, SnapshotNameExtension.Create(kind));
    }

    [Theory]
    [InlineData("Unknown", "query A { restaurant { name } } query B { restaurant { name } }", "C")]
    [InlineData("UnknownOfOne", "query A { restaurant { name } }", "B")]
    [InlineData("NotSaid", "query A { restaurant { name } } query B { restaurant { name } }", null)]
    [InlineData("Twice", "query A { restaurant { name } } query A { restaurant { name } }", "A")]
    public async Task An_operation_that_is_not_there_is_400(string kind, string query, string? operationName)
    {
        var answer = await app.PostAsync(new { query, operationName }, Wire.GraphQLResponse);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Snapshot.Match(answer.Errors, SnapshotNameExtension.Create(kind));
    }
}
