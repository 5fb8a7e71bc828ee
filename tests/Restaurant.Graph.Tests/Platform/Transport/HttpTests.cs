using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class HttpTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Query = """{"query":"{ restaurant { name } }"}""";
    private const string GraphQLResponse = "application/graphql-response+json";

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Only_GET_and_POST_are_methods_of_the_API(string method)
    {
        using var response = await SendAsync(new HttpMethod(method), Query);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_mutation_does_not_go_by_GET()
    {
        var mutation = """mutation { markDishUnavailable(input: { dishId: "RGlzaDox" }) { dish { id } } }""";
        using var response = await app.Client.Http.GetAsync(new Uri($"{app.Endpoint}?query={Uri.EscapeDataString(mutation)}"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.Equal("OPERATION_NOT_ALLOWED", (await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.True((await app.Client.QueryAsync("""{ dishById(id: "RGlzaDox") { isAvailable } }"""))["dishById"]!["isAvailable"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, image/*")]
    [InlineData("application/json;q=0")]
    public async Task An_answer_that_nobody_wants_is_406(string accept)
    {
        using var response = await SendAsync(HttpMethod.Post, Query, accept: accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task A_body_that_is_not_said_to_be_JSON_is_415(string? contentType)
    {
        using var response = await SendAsync(HttpMethod.Post, Query, contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"{ restaurant { name } }\"")]
    [InlineData("{}")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":1}""")]
    [InlineData("""{"query":"{ restaurant { name } }","variables":[]}""")]
    [InlineData("""{"query":"{ restaurant { name } }","extensions":"x"}""")]
    [InlineData("""{"query":"{ restaurant { name } }","operationName":{}}""")]
    public async Task A_body_that_is_no_request_is_400(string body)
    {
        using var response = await SendAsync(HttpMethod.Post, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Single((await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsArray());
    }

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData(GraphQLResponse, GraphQLResponse)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/graphql-response+json;q=0.1, application/json", "application/json")]
    public async Task An_answer_comes_in_the_media_type_that_the_client_prefers(string accept, string mediaType)
    {
        using var response = await SendAsync(HttpMethod.Post, Query, accept: accept);
        Assert.Equal($"{mediaType}; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("""{"data":{"restaurant":{"name":"The Copper Pot"}}}""", await response.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string body, string? contentType = "application/json", string accept = "*/*")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        var request = new HttpRequestMessage(method, app.Endpoint) { Content = content };
        request.Headers.Accept.ParseAdd(accept);
        return app.Client.Http.SendAsync(request);
    }
}
