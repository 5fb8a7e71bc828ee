using System.Linq.Expressions;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Tests.Platform.Reading;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>The menu is read in the language of whoever asks, by whichever way they come.</summary>
public sealed class TranslationTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Pizza = """{ dishById(id: "RGlzaDox") { name } }""";
    private const string English = """{"data":{"dishById":{"name":"Margherita Pizza"}}}""";
    private const string German = """{"data":{"dishById":{"name":"Pizza Margherita"}}}""";
    private const string Changes = "subscription { onMenuChanged { dish { name } } }";

    [Theory]
    [InlineData(null, "en", English)]
    [InlineData("de", "de", German)]
    [InlineData("de-AT, en;q=0.5", "de", German)]
    [InlineData("en-GB, de;q=0.9", "en", English)]
    [InlineData("fr", "en", English)]
    [InlineData("nonsense;;", "en", English)]
    public async Task A_reader_gets_the_language_they_read_best(string? acceptLanguage, string language, string body)
    {
        using var response = await GetAsync(Pizza, acceptLanguage);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Theory]
    [InlineData("{ restaurant { name } stations { name } }")]
    [InlineData("{ dishes { totalCount nodes { id price { amount } } } }")]
    [InlineData("{ __type(name: \"Dish\") { name description } }")]
    public async Task What_has_no_translation_is_the_same_for_all_readers(string query)
    {
        using var response = await GetAsync(query, "de");
        Assert.Empty(response.Content.Headers.ContentLanguage);
        Assert.DoesNotContain("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task All_parts_of_the_menu_are_translated_and_what_is_not_stays_as_it_is()
    {
        using var response = await GetAsync(
            """
            {
              restaurant { languages }
              menus { name description }
              nodes(ids: ["Q2F0ZWdvcnk6MQ==", "RGlzaDoz"]) { ... on Category { name description } ... on Dish { name description category { name } sizes { name } } }
              priceRules { name }
              dishes(where: { name: { startsWith: "Ribeye Steak" } }) { nodes { name modifierGroups { name modifiers { name } } } }
            }
            """,
            "de");
        var data = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!;
        Assert.Equal("""["en","de"]""", data["restaurant"]!["languages"]!.ToJsonString());
        Assert.Equal("Frühstück: Eier, Gebäck und guter Kaffee.", $"{data["menus"]![0]!["name"]}: {data["menus"]![0]!["description"]}");
        Assert.Equal("Pizza aus dem Holzofen: Langsam gegangener Teig, bei über 400 Grad auf Stein gebacken.", $"{data["nodes"]![0]!["name"]}: {data["nodes"]![0]!["description"]}");
        Assert.Equal("Pizza Diavola: Calabrian salami, pickled chili and mozzarella over a sharp tomato sauce.", $"{data["nodes"]![1]!["name"]}: {data["nodes"]![1]!["description"]}");
        Assert.Equal("Pizza aus dem Holzofen", data["nodes"]![1]!["category"]!["name"]!.GetValue<string>());
        Assert.Equal(["Normal, 30 cm", "Groß, 40 cm"], data["nodes"]![1]!["sizes"]!.AsArray().Select(size => size!["name"]!.GetValue<string>()));
        Assert.Equal(["Blaue Stunde", "Blaue Stunde"], data["priceRules"]!.AsArray().Select(rule => rule!["name"]!.GetValue<string>()));
        var doneness = data["dishes"]!["nodes"]![0]!["modifierGroups"]!.AsArray().Single(group => group!["name"]!.GetValue<string>() == "Wie möchten Sie es gegart haben?")!;
        Assert.Equal(["Blutig", "Englisch", "Rosa", "Halbrosa", "Durchgebraten"], doneness["modifiers"]!.AsArray().Select(modifier => modifier!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Filters_and_orders_are_by_the_restaurants_own_text()
    {
        using var response = await GetAsync("""{ dishes(where: { name: { contains: "Margherita Pizza" } }, order: [{ name: ASC }]) { nodes { name } } }""", "de");
        Assert.Equal("""{"data":{"dishes":{"nodes":[{"name":"Pizza Margherita"}]}}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_kept_answer_is_for_those_who_read_its_language()
    {
        const string Query = "{ menus { title: name categories { name } } }";
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in new[] { "en", "de" })
        {
            answers.Add(language, await (await GetAsync(Query, language)).Content.ReadAsStringAsync());
        }

        Assert.NotEqual(answers["en"], answers["de"]);
        using var statements = new StatementCounter(app);
        foreach (var language in new[] { "de", "en", "de-CH", "fr", "de" })
        {
            var expected = answers[language.StartsWith("de", StringComparison.Ordinal) ? "de" : "en"];
            await statements.UntilKeptAsync(async () => Assert.Equal(expected, await (await GetAsync(Query, language)).Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task A_translation_takes_no_statement_of_its_own()
    {
        using var statements = new StatementCounter(app);
        (await GetAsync("{ dishes(first: 50) { nodes { name description category { name } } } }", "de")).Dispose();
        Assert.Equal(1, statements.Operations);
    }

    [Theory]
    [InlineData("de", null, "Pizza Margherita")]
    [InlineData(null, "de-AT", "Pizza Margherita")]
    [InlineData("de", "en", "Margherita Pizza")]
    [InlineData(null, null, "Margherita Pizza")]
    public async Task A_socket_says_it_in_its_upgrade_or_its_first_message(string? header, string? payload, string expected)
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint, acceptLanguage: header);
        await socket.SendAsync(new { type = "connection_init", payload = new { acceptLanguage = payload } });
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("1", Pizza);
        Assert.Equal(expected, (await socket.NextAsync())["dishById"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Those_who_follow_the_same_get_it_in_their_languages()
    {
        await using var german = await FollowAsync("de");
        await using var english = await FollowAsync("en");
        await using var austrian = await FollowAsync("de-AT");
        await app.DoAsync("markDishUnavailable", Ids.Dish(1));
        await app.DoAsync("markDishAvailable", Ids.Dish(1));
        foreach (var (socket, name) in new[] { (german, "Pizza Margherita"), (english, "Margherita Pizza"), (austrian, "Pizza Margherita") })
        {
            JsonNode? dish;
            while ((dish = (await socket.NextAsync())["onMenuChanged"]!["dish"]) is null)
            {
                // The first message is of the import.
            }

            Assert.Equal(name, dish["name"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Events_are_in_the_language_of_the_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Endpoint) { Content = JsonContent.Create(new { query = Pizza }) };
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Accept-Language", "de");
        using var response = await app.Client.Http.SendAsync(request);
        Assert.Equal(["de"], response.Content.Headers.ContentLanguage);
        Assert.Contains(German, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_is_in_the_language_of_the_request_and_a_line_keeps_its_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Endpoint)
        {
            Content = JsonContent.Create(new
            {
                query = "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { lines { dishName dish { name } } } } }",
                variables = Documents.Margheritas(),
            }),
        };
        request.Headers.Add("Accept-Language", "de");
        using var response = await app.Client.Http.SendAsync(request);
        Assert.Equal(
            """{"data":{"placeOrder":{"order":{"lines":[{"dishName":"Margherita Pizza","dish":{"name":"Pizza Margherita"}}]}}}}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public void In_the_restaurants_own_language_a_text_is_the_column_that_it_always_was()
    {
        Expression<Func<Dish, string>> name = dish => dish.Name;
        Assert.Equal(
            name.Body.ToString(),
            Translations.Of(name.Parameters[0], typeof(Dish).GetProperty(nameof(Dish.Name))!, app.Services.GetRequiredService<Languages>().Ahead("en")).ToString());
    }

    private async Task<SocketClient> FollowAsync(string language)
    {
        var socket = await SocketClient.OpenAsync(app.Endpoint, acceptLanguage: language);
        await socket.SendAsync(new { type = "connection_init" });
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("1", Changes);
        await socket.NextAsync();
        return socket;
    }

    private Task<HttpResponseMessage> GetAsync(string query, string? acceptLanguage)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Endpoint}?query={Uri.EscapeDataString(query)}");
        if (acceptLanguage is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        }

        return app.Client.Http.SendAsync(request);
    }
}
