using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Menu;

public sealed class MenuImportTests : IAsyncLifetime
{
    private const string Everything = """
        {
          menus { id name windows { day opens closes } categories { id dishes { id name price { amount } modifierGroups { id modifiers { id } } } } }
          stations { id } tables { id code } dishes { totalCount }
        }
        """;

    private readonly RestaurantApp _app = RestaurantApp.Of();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var before = await _app.Client.SnapshotAsync(Everything);
        await _app.ImportAsync(MenuFiles.Seed());
        Assert.Equal(before, await _app.Client.SnapshotAsync(Everything));
    }

    [Fact]
    public async Task A_changed_file_updates_adds_and_retires()
    {
        var count = await CountAsync("{}");
        var seed = MenuFiles.Seed();
        var dishes = seed["categories"]![0]!["dishes"]!.AsArray();
        var added = dishes[0]!.DeepClone();
        added["key"] = "a-new-one";
        added["name"] = "A New One";
        dishes[0]!["name"] = "Renamed";
        dishes[0]!["price"] = 99.99m;
        var retired = dishes[1]!["name"]!.GetValue<string>();
        dishes.RemoveAt(1);
        dishes.Add(added);
        await _app.ImportAsync(seed);

        Assert.Equal("""{"name":"Renamed","isAvailable":true,"price":{"minorUnits":9999}}""", (await DishAsync(1)).ToJsonString());
        Assert.Equal(count, await CountAsync("{}"));
        Assert.Equal(1, await CountAsync("""{ name: { eq: "A New One" } }"""));
        Assert.Equal(0, await CountAsync($$"""{ name: { eq: "{{retired}}" } }"""));
        var gone = (await _app.Client.QueryAsync("query($id: ID!) { dishById(id: $id) { name isAvailable category { id } } }", new { id = Ids.Dish(2) }))["dishById"]!;
        Assert.Equal($$"""{"name":"{{retired}}","isAvailable":false,"category":null}""", gone.ToJsonString());
    }

    [Fact]
    public async Task A_retired_dish_that_comes_back_is_the_same_dish()
    {
        var before = await _app.Client.SnapshotAsync(Everything);
        var seed = MenuFiles.Seed();
        seed["categories"]![0]!["dishes"]!.AsArray().RemoveAt(1);
        await _app.ImportAsync(seed);
        await _app.ImportAsync(MenuFiles.Seed());
        Assert.Equal(before, await _app.Client.SnapshotAsync(Everything));
    }

    [Theory]
    [InlineData("{\n  \"taxGroups\": [],\n  oops\n}", "line 3")]
    [InlineData("", "line 1")]
    [InlineData("{\n}\n}", "line 3")]
    public async Task What_is_not_JSON_is_told_by_its_line(string text, string where)
    {
        var fault = Assert.Single(await _app.ImportTextAsync(text));
        Assert.Equal(where, fault.Where);
        Assert.StartsWith("is not JSON: ", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_faults_names_them_all_and_changes_nothing()
    {
        var before = await _app.Client.SnapshotAsync(Everything);
        var wrong = MenuFiles.Dish("Wrong Key", "", -1);
        wrong["allergens"] = new JsonArray("GRASS", "MILK", "MILK", 7);
        wrong["station"] = "nowhere";
        wrong["modifierGroups"] = new JsonArray("nothing");
        wrong["preparationMinutes"] = 1.5m;
        wrong["colour"] = "green";
        wrong.Remove("taxGroup");
        var file = MenuFiles.Of(wrong, MenuFiles.Dish("twice", "Twice", 1.005m), MenuFiles.Dish("twice", "Twice"));
        file["menus"]![0]!["windows"]![0]!["opens"] = "25:00";
        file["menus"]![0]!["windows"]![0]!["days"] = new JsonArray("Monday");
        file["menus"]![0]!["categories"] = new JsonArray("all", "none");
        file["stations"]![0]!["capacity"] = 0;
        file["taxGroups"]![0]!["percent"] = "ten";
        file["tables"] = new JsonArray("T1");
        Snapshot.Match(string.Join('\n', await _app.ImportTextAsync(file.ToJsonString())));
        Assert.Equal(before, await _app.Client.SnapshotAsync(Everything));
    }

    [Fact]
    public async Task The_example_of_the_format_can_be_imported()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("docs", "menu-format.md"));
        Assert.Empty(await _app.ImportTextAsync(text.Split("```json")[1].Split("```")[0]));
        Assert.Equal(3, await CountAsync("{}"));
    }

    private async Task<int> CountAsync(string where) =>
        (await _app.Client.QueryAsync($"{{ dishes(where: {where}) {{ totalCount }} }}"))["dishes"]!["totalCount"]!.GetValue<int>();

    private async Task<JsonNode> DishAsync(long key) =>
        (await _app.Client.QueryAsync("query($id: ID!) { dishById(id: $id) { name isAvailable price { minorUnits } } }", new { id = Ids.Dish(key) }))["dishById"]!;
}
