using System.Net;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>What the client sends and what it takes, in GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/).</summary>
public sealed class MediaTypeTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Query = "{ restaurant { name } }";
    private const string Mutation = "mutation { markDishAvailable(input: { dishId: \"RGlzaDox\" }) { dish { name } } }";
    private const string Data = """{"data":{"restaurant":{"name":"The Copper Pot"}}}""";

    [Fact]
    public async Task A_query_is_sent_by_POST_or_by_GET()
    {
        Assert.Equal((HttpStatusCode.OK, Data), await ShortAsync(app.PostAsync(new { query = Query })));
        Assert.Equal((HttpStatusCode.OK, Data), await ShortAsync(app.GetAsync(Query)));
        Assert.Equal((HttpStatusCode.OK, Data), await ShortAsync(app.GetAsync("query A { restaurant { name } } query B { tables { id } }", "&operationName=A")));
        Assert.Equal((HttpStatusCode.OK, """{"data":{"dishById":{"name":"Margherita Pizza"}}}"""), await ShortAsync(
            app.GetAsync("query($id: ID!) { dishById(id: $id) { name } }", "&variables=" + Uri.EscapeDataString("{\"id\":\"RGlzaDox\"}"))));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(Wire.GraphQLResponse)]
    public async Task A_mutation_is_not_done_by_GET(string accept)
    {
        var answer = await app.GetAsync("mutation($id: ID!) { markDishUnavailable(input: { dishId: $id }) { dish { name } } }", "&variables={\"id\":\"RGlzaDoxMQ==\"}", accept);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST", "OPERATION_NOT_ALLOWED"), (answer.Status, answer.Allow, answer.Code));
        Assert.True((await app.Client.QueryAsync("{ dishById(id: \"RGlzaDoxMQ==\") { isAvailable } }"))["dishById"]!["isAvailable"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(new { query = Mutation }, accept)).Status);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("APPLICATION/JSON", "application/json")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    [InlineData(Wire.GraphQLResponse, Wire.GraphQLResponse)]
    [InlineData(Wire.GraphQLResponse + "; charset=utf-8", Wire.GraphQLResponse)]
    [InlineData(Wire.GraphQLResponse + ", application/json;q=0.9", Wire.GraphQLResponse)]
    [InlineData("application/json;q=0.9, " + Wire.GraphQLResponse, Wire.GraphQLResponse)]
    [InlineData("application/json, " + Wire.GraphQLResponse + ";q=0.5", "application/json")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    [InlineData("text/html, image/png, " + Wire.GraphQLResponse + ";q=0.1", Wire.GraphQLResponse)]
    [InlineData("application/json;q=0, " + Wire.GraphQLResponse, Wire.GraphQLResponse)]
    public async Task An_answer_is_of_the_media_type_that_the_client_prefers(string? accept, string mediaType)
    {
        foreach (var answer in new[] { await app.PostAsync(new { query = Query }, accept), await app.GetAsync(Query, accept: accept) })
        {
            Assert.Equal((HttpStatusCode.OK, $"{mediaType}; charset=utf-8", Data), (answer.Status, answer.ContentType, answer.Body));
        }
    }

    [Theory]
    [InlineData("text/json")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task A_body_that_is_only_like_JSON_is_not_read(string contentType) => Assert.Equal(
        HttpStatusCode.UnsupportedMediaType,
        (await app.SendAsync(HttpMethod.Post, "", $$"""{"query":"{{Query}}"}""", contentType, "application/json")).Status);

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task A_body_may_say_that_it_is_in_UTF_8(string contentType) => Assert.Equal(
        (HttpStatusCode.OK, Data), await ShortAsync(app.SendAsync(HttpMethod.Post, "", $$"""{"query":"{{Query}}"}""", contentType, "application/json")));

    private static async Task<(HttpStatusCode Status, string Body)> ShortAsync(Task<WireAnswer> answer) => ((await answer).Status, (await answer).Body);
}
