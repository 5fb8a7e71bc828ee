using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Reports;

/// <summary>Reports as files say what the queries say, and nothing in them is a formula.</summary>
public sealed class ReportFileTests(Weekend app) : IClassFixture<Weekend>
{
    private const string Days = "from=2026-10-31&to=2026-11-01";

    [Fact]
    public async Task A_file_is_for_a_spreadsheet()
    {
        using var response = await app.Client.Http.GetAsync(new Uri(app.Endpoint, $"/reports/sales.csv?{Days}&by=DISH"));
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(("attachment", "sales-2026-10-31-2026-11-01.csv"), (response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal("no-store, private", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("sales.csv", "&by=DISH", "salesReport", "rows", ", by: DISH", "name hour date quantity net { amount } discounts { amount } tax { amount } serviceCharge { amount } rounding { amount } gross { amount } orders")]
    [InlineData("sales.csv", "&by=DAY", "salesReport", "rows", ", by: DAY", "name hour date quantity net { amount } discounts { amount } tax { amount } serviceCharge { amount } rounding { amount } gross { amount } orders")]
    [InlineData("payments.csv", "", "paymentReport", "methods", "", "method payments captured { amount } tips { amount } refunded { amount } net { amount }")]
    [InlineData("kitchen.csv", "", "kitchenReport", "stations", "", "station tickets queuedToReady { p50 p90 } waiting { p50 p90 } making { p50 p90 }")]
    public async Task A_file_says_what_the_query_says(string file, string parameters, string field, string list, string arguments, string selection)
    {
        var rows = (await app.Client.QueryAsync($"{{ {field}(from: \"2026-10-31\", to: \"2026-11-01\"{arguments}) {{ {list} {{ {selection} }} }} }}"))[field]![list]!.AsArray();
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => string.Join('|', Values(row!))), (await ReadAsync($"{file}?{Days}{parameters}")).Skip(1).Select(row => string.Join('|', row)));
    }

    [Fact]
    public async Task Waste_is_of_ingredients_and_of_dishes()
    {
        var rows = await ReadAsync($"waste.csv?{Days}");
        Assert.Equal(
            ["ingredient|unit|dish|reason|quantity|net", "Flour|GRAM||SPOILED|25|", "Flour|GRAM||CALLED_OFF|30|", "||Plain|Burnt|2|20.00", "||Plain|Left|1|10.00"],
            rows.Select(row => string.Join('|', row)));
    }

    [Fact]
    public async Task A_name_is_a_name_whatever_is_in_it()
    {
        var names = (await ReadAsync($"sales.csv?{Days}&by=DISH")).Select(row => row[0]).ToList();
        Assert.Contains(Weekend.Script, names);
        Assert.Contains($"'{Weekend.Formula}", names);
    }

    [Theory]
    [InlineData("sales.csv", "'from' has to be a day such as 2026-03-14.")]
    [InlineData("sales.csv?from=2026-3-1&to=2026-03-31&by=DISH", "'from' has to be a day such as 2026-03-14.")]
    [InlineData("waste.csv?from=2026-03-01", "'to' has to be a day such as 2026-03-14.")]
    [InlineData("waste.csv?from=2026-03-01&from=2026-03-01&to=2026-03-31", "'from' has to be a day such as 2026-03-14.")]
    [InlineData("sales.csv?from=2026-03-01&to=2026-03-31", "'by' has to be one of DISH, CATEGORY, DAYPART, HOUR, DAY.")]
    [InlineData("sales.csv?from=2026-03-01&to=2026-03-31&by=0", "'by' has to be one of DISH, CATEGORY, DAYPART, HOUR, DAY.")]
    [InlineData("kitchen.csv?from=2025-03-01&to=2026-03-31", "From 'from' to 'to' there are 396 days, where 366 is the most.")]
    public async Task What_cannot_be_asked_for_is_a_clear_error(string path, string message)
    {
        using var response = await app.Client.Http.GetAsync(new Uri(app.Endpoint, $"/reports/{path}"));
        var error = Assert.Single(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsArray())!;
        Assert.Equal((HttpStatusCode.BadRequest, message, "INVALID_ARGUMENT"), (response.StatusCode, error.Text("message"), error["extensions"]!.Text("code")));
    }

    [Theory]
    [InlineData("sales")]
    [InlineData("payments")]
    [InlineData("kitchen")]
    [InlineData("waste")]
    [InlineData("voids")]
    public async Task Files_are_for_managers(string name)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(null, name));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Tokens.Of(Roles.Waiter), name));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Tokens.Of(Roles.Cook), name));
    }

    private async Task<HttpStatusCode> StatusAsync(string? header, string name)
    {
        using var client = app.As(header);
        using var response = await client.Http.GetAsync(new Uri(app.Endpoint, $"/reports/{name}.csv?{Days}&by=DISH"));
        return response.StatusCode;
    }

    private async Task<List<List<string>>> ReadAsync(string path) => Parse(await app.Client.Http.GetStringAsync(new Uri(app.Endpoint, $"/reports/{path}")));

    // The values of a row as the file writes them: what begins like a formula is made harmless.
    private static IEnumerable<string> Values(JsonNode row) => row.AsObject().SelectMany(member => member.Value switch
    {
        null => [""],
        JsonObject inner => inner.Select(part => part.Value!.ToJsonString()),
        var value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [value.GetValue<string>() is ['=', ..] text ? $"'{text}" : value.GetValue<string>()],
        var value => [value.ToJsonString()],
    });

    // As RFC 4180 says it.
    private static List<List<string>> Parse(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            var at = text[index];
            if (isQuoted && at == '"' && index + 1 < text.Length && text[index + 1] == '"')
            {
                cell.Append(text[++index]);
            }
            else if (at == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && (at is ',' or '\r'))
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
            }
            else if (!isQuoted && at == '\n')
            {
                rows.Add([]);
            }
            else
            {
                cell.Append(at);
            }
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
