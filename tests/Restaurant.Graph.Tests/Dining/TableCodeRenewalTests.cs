using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>A code that is known to people who do not sit at the table can be replaced.</summary>
public sealed class TableCodeRenewalTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task A_code_that_was_renewed_lets_nobody_in_and_guests_who_are_in_stay()
    {
        var old = await app.CodeOnAsync("T1");
        var guest = await app.ComeInAsync(old);
        var table = await app.TableAsync("T1");
        using var waiter = app.As(Tokens.Of(Roles.Waiter, key: 7, name: "Bob"));
        var payload = (await waiter.QueryAsync(
            DiningRoom.Document("renewTableCode", "tableCode { code table { code } }"),
            new { input = new { tableId = table.Text("id"), expectedVersion = table.Number("version") } }))["renewTableCode"]!;
        Assert.Equal("T1", payload["tableCode"]!["table"]!.Text("code"));
        var renewed = await app.CodeOnAsync("T1");
        Assert.Equal(renewed, payload["tableCode"]!.Text("code"));
        Assert.NotEqual(old, renewed);
        Assert.Equal(["TABLE_CODE_NOT_FOUND"], await EnterAsync(old));
        Assert.Empty(await EnterAsync(renewed));
        using var client = app.As(guest);
        Assert.Single((await client.QueryAsync("{ visits { nodes { id } } }"))["visits"]!["nodes"]!.AsArray());
        var entry = Assert.Single((await app.Client.QueryAsync(
            """{ auditEntries(where: { mutation: { eq: "renewTableCode" } }) { nodes { name role subjectId } } }"""))["auditEntries"]!["nodes"]!.AsArray())!;
        Assert.Equal("Bob", entry.Text("name"));
    }

    [Fact]
    public async Task A_table_that_has_changed_or_is_not_there_keeps_its_code()
    {
        var table = await app.TableAsync("T2");
        Assert.Equal(["VERSION_CONFLICT"], await RenewAsync(table.Text("id"), table.Number("version") + 1));
        Assert.Equal(["TABLE_NOT_FOUND"], await RenewAsync(Ids.Of("Table", 999), 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_code_ends_with_the_visit_where_the_settings_say_so(bool isSet)
    {
        await using var other = await RestaurantApp.OpenAsync($"--Dining:RenewTableCodes={isSet}");
        var code = await other.CodeOnAsync("T1");
        var guest = await other.ComeInAsync(code);
        Assert.Equal(code, await other.CodeOnAsync("T1"));
        await other.Client.QueryAsync(People.CloseVisit, new { input = new { visitId = await other.VisitOfAsync(guest) } });
        Assert.Equal(isSet, code != await other.CodeOnAsync("T1"));
    }

    private async Task<IEnumerable<string>> EnterAsync(string tableCode)
    {
        using var nobody = app.As(null);
        return (await nobody.QueryAsync(People.StartVisit, new { input = new { tableCode } }))["startVisit"]!.Codes();
    }

    private async Task<IEnumerable<string>> RenewAsync(string tableId, int expectedVersion) => (await app.Client.QueryAsync(
        DiningRoom.Document("renewTableCode", "tableCode { id }"), new { input = new { tableId, expectedVersion } }))["renewTableCode"]!.Codes();
}
