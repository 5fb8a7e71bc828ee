using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>What is found is what the menu says at that moment, whoever has changed it.</summary>
public sealed class DishSearchUpkeepTests : IAsyncLifetime
{
    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_import_changes_what_is_found()
    {
        Assert.Equal(["Margherita Pizza"], await FindAsync("Margherita"));
        Assert.Equal(["Margherita Pizza"], await FindAsync("gezupftes"));

        var menu = MenuFiles.Seed();
        var pizzas = menu["categories"]![0]!["dishes"]!.AsArray();
        (pizzas[0]!["name"], pizzas[0]!["translations"]!["de"]!["description"]) = ("Regina", "Mit Schinken.");
        pizzas.RemoveAt(1);
        await _app.ImportAsync(menu);

        Assert.Equal(["Regina"], await FindAsync("Margherita"));
        Assert.Equal(["Regina"], await FindAsync("Regina schinken"));
        Assert.Empty(await FindAsync("gezupftes"));
        Assert.Empty(await FindAsync("Marinara pizza"));

        pizzas[0]!.AsObject().Remove("translations");
        await _app.ImportAsync(menu);
        Assert.Empty(await FindAsync("Margherita"));

        await _app.ImportAsync(MenuFiles.Seed());
        Assert.Equal(["Margherita Pizza"], await FindAsync("Margherita"));
        Assert.Equal(["Marinara Pizza"], await FindAsync("Marinara pizza"));
    }

    [Fact]
    public async Task A_change_by_anybody_changes_what_is_found()
    {
        await _app.ExecuteAsync("UPDATE \"Dishes\" SET \"Name\" = 'Quattro Stagioni' WHERE \"Id\" = 1");
        Assert.Equal(["Quattro Stagioni"], await FindAsync("stagioni"));
        await _app.ExecuteAsync("UPDATE \"Translations\" SET \"Name\" = 'Vier Jahreszeiten' WHERE \"DishId\" = 1");
        Assert.Equal(["Quattro Stagioni"], await FindAsync("jahreszeiten"));
        await _app.ExecuteAsync("INSERT INTO \"Translations\" (\"Language\", \"Name\", \"DishId\") VALUES ('fr', 'Quatre saisons', 1)");
        Assert.Equal(["Quattro Stagioni"], await FindAsync("saisons"));
        await _app.ExecuteAsync("DELETE FROM \"Translations\" WHERE \"DishId\" = 1");
        Assert.Empty(await FindAsync("jahreszeiten"));
        await _app.ExecuteAsync("UPDATE \"Dishes\" SET \"CategoryId\" = NULL WHERE \"Id\" = 1");
        Assert.Empty(await FindAsync("stagioni"));
    }

    [Fact]
    public async Task A_page_goes_on_where_it_was_while_dishes_come_and_go()
    {
        const string Search = "query($after: String) { searchDishes(text: \"soup\", first: 3, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } }";
        var before = await FindAsync("soup");
        var page = (await _app.Client.QueryAsync(Search))["searchDishes"]!;
        var menu = MenuFiles.Seed();
        var soups = menu["categories"]!.AsArray().Single(category => category!["key"]!.GetValue<string>() == "soups")!["dishes"]!.AsArray();
        foreach (var number in Enumerable.Range(1, 20))
        {
            var soup = soups[0]!.DeepClone();
            (soup["key"], soup["name"]) = ($"soup-{number}", $"Soup {number:00}");
            soups.Add(soup);
        }

        await _app.ImportAsync(menu);
        List<string> read = [.. NamesIn(page)];
        while (page["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
        {
            page = (await _app.Client.QueryAsync(Search, new { after = page["pageInfo"]!["endCursor"]!.GetValue<string>() }))["searchDishes"]!;
            read.AddRange(NamesIn(page));
        }

        Assert.Equal(read.Count, read.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(before, read.Where(before.Contains));
    }

    private async Task<IReadOnlyList<string>> FindAsync(string text) => NamesIn(
        (await _app.Client.QueryAsync("query($text: String!) { searchDishes(text: $text, first: 50) { nodes { name } } }", new { text }))["searchDishes"]!);

    private static IReadOnlyList<string> NamesIn(JsonNode page) => [.. page["nodes"]!.AsArray().Select(dish => dish!["name"]!.GetValue<string>())];
}
