using System.Net;
using System.Text;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class TextTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task Data_comes_before_errors()
    {
        var body = (await app.PostAsync(new { query = "{ restaurant { name } dishes(first: 51) { totalCount } }" })).Body;
        Assert.StartsWith("{\"data\":{", body, StringComparison.Ordinal);
        Assert.Contains("},\"errors\":[", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_come_in_the_order_of_the_document() => Assert.Equal(
        """{"data":{"b":{"timeZone":"America/New_York","name":"The Copper Pot","z":"USD"},"__typename":"Query","a":{"isOpen":true}}}""",
        (await app.PostAsync(new { query = "{ b: restaurant { timeZone ...N z: currency } __typename a: restaurant { isOpen } } fragment N on Restaurant { name timeZone }" })).Body);

    [Fact]
    public async Task Text_is_written_as_it_is_where_JSON_allows_it()
    {
        const string Note = "It's 5 + 5 < 11 & \"so\" > 9 \\ / 🍕 ñ \u00a0 \u2028";
        await app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", note = Note, lines = new[] { new { dishId = Ids.Dish(1), quantity = 1 } } });
        var answer = await app.PostAsync(new { query = "{ orders(last: 1) { nodes { note } } }" });
        Assert.Equal(Note, answer.Json["data"]!["orders"]!["nodes"]![0]!["note"]!.GetValue<string>());
        Assert.Contains("It's 5 + 5 < 11 & \\\"so\\\" > 9 \\\\ / ", answer.Body, StringComparison.Ordinal);
        Assert.Contains(" ñ ", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_of_any_characters_comes_back_as_it_was()
    {
        string[] notes = ["\0", "a\0b", "\u0001\u001f\u007f", "\r\n\t", "\uFEFF", "\uFFFF", "👩‍👩‍👧‍👦", "e\u0301", "'; DROP TABLE Orders; --", "</script>", "%00", "{{7*7}}", " "];
        foreach (var note in notes)
        {
            var payload = await app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", note, lines = new[] { new { dishId = Ids.Dish(1), quantity = 1, note } } });
            var order = (await app.Client.QueryAsync("query($id: ID!) { orderById(id: $id) { note lines { note } } }", new { id = payload["order"]!["id"]!.GetValue<string>() }))["orderById"]!;

            // PostgreSQL has no text with the character 0 in it.
            var stored = PostgreSqlServer.Named is null ? note : note.Replace('\0', '\uFFFD');
            Assert.Equal((stored, stored), (order["note"]!.GetValue<string>(), order["lines"]![0]!["note"]!.GetValue<string>()));
        }
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udfff\\ud800")]
    public async Task A_text_that_is_no_Unicode_is_a_fault_of_the_client(string text)
    {
        string[] bodies =
        [
            """{"query":"query($t: String) { dishes(where: { name: { eq: $t } }) { totalCount } }","variables":{"t":"TEXT"}}""",
            """{"query":"{ dishes(where: { name: { eq: \"TEXT\" } }) { totalCount } }"}""",
            """{"query":"{ restaurant { name } }","operationName":"TEXT"}""",
            """{"query":"{ restaurant { name } }","extensions":{"TEXT":1}}""",
        ];
        foreach (var body in bodies)
        {
            var answer = await app.SendAsync(HttpMethod.Post, "", body.Replace("TEXT", text, StringComparison.Ordinal), "application/json", Wire.GraphQLResponse);
            Assert.InRange(answer.Status, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity);
            Assert.NotEqual("INTERNAL_ERROR", answer.Code);
        }
    }

    [Fact]
    public async Task A_body_that_is_no_UTF_8_is_a_fault_of_the_client()
    {
        using var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes("{\"query\":\"{ dishes(where: { name: { eq: \\\""), 0xFF, 0xFE, .. Encoding.UTF8.GetBytes("\\\" } }) { totalCount } }\"}")]);
        content.Headers.ContentType = new("application/json");
        using var response = await app.Client.Http.PostAsync(app.Endpoint, content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
