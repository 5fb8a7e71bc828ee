using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>A file with a fault is refused whole, with the path of every fault, and changes nothing.</summary>
public sealed partial class MenuImportFaultTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task A_file_with_many_faults_is_refused_with_all_of_them() =>
        Snapshot.Match(await FaultsAsync(File.ReadAllText(Repository.PathOf("tests", "Restaurant.Graph.Tests", "Menu", "faulty-menu.json"))));

    [Theory]
    [InlineData("Empty", "")]
    [InlineData("Text", "a menu")]
    [InlineData("AList", "[]")]
    [InlineData("Null", "null")]
    [InlineData("NoProperties", "{}")]
    [InlineData("TrailingComma", "{\n  \"taxGroups\": [],\n}")]
    [InlineData("Comment", "{\n  // the taxes\n  \"taxGroups\": []\n}")]
    [InlineData("CutOff", "{\n  \"taxGroups\": [\n    { \"key\": \"foo")]
    public async Task A_file_that_is_no_menu_is_refused(string kind, string text) => Snapshot.Match(await FaultsAsync(text), SnapshotNameExtension.Create(kind));

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    public async Task A_text_that_is_no_unicode_is_a_fault_with_its_path(string name)
    {
        var text = MenuFiles.Of(MenuFiles.Dish("soup", "Soup")).ToJsonString().Replace("\"Soup\"", $"\"{name}\"", StringComparison.Ordinal);
        Assert.StartsWith("$.categories[0].dishes[0].name: ", Assert.Single(await FaultsAsync(text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_not_blank() =>
        Assert.Equal("$.categories[0].dishes[0].name: is blank", Assert.Single(await FaultsAsync(MenuFiles.Of(MenuFiles.Dish("soup", " \u00a0")).ToJsonString())));

    [Fact]
    public async Task A_file_that_is_not_in_utf_8_is_a_fault()
    {
        var file = Encoding.Latin1.GetBytes(MenuFiles.Of(MenuFiles.Dish("soup", "Soup")).ToJsonString().Replace("Soup", "Käse", StringComparison.Ordinal));
        Assert.NotEmpty(await app.ImportBytesAsync(file));
        Assert.NotEmpty(await app.ImportBytesAsync(Encoding.Unicode.GetBytes("{}")));
    }

    [Theory]
    [InlineData("price", "100000", true)]
    [InlineData("price", "100000.01", false)]
    [InlineData("price", "0", true)]
    [InlineData("price", "-0.01", false)]
    [InlineData("price", "12.345", false)]
    [InlineData("price", "12.340", true)]
    [InlineData("price", "1e2", true)]
    [InlineData("price", "1e400", false)]
    [InlineData("preparationMinutes", "1", true)]
    [InlineData("preparationMinutes", "0", false)]
    [InlineData("preparationMinutes", "240", true)]
    [InlineData("preparationMinutes", "241", false)]
    [InlineData("preparationMinutes", "5.5", false)]
    [InlineData("preparationMinutes", "99999999999", false)]
    public async Task A_number_has_its_bounds(string property, string value, bool isRight)
    {
        var dish = MenuFiles.Dish("soup", "Soup");
        dish[property] = JsonNode.Parse(value);

        // The parent asks for what is not there, so that nothing is imported in any case.
        var menu = MenuFiles.Of(dish);
        menu["menus"]![0]!["categories"] = new JsonArray("nowhere");
        var faults = (await FaultsAsync(menu.ToJsonString())).Where(fault => fault.StartsWith("$.categories", StringComparison.Ordinal)).ToList();
        Assert.Equal(isRight, faults.Count == 0);
        Assert.All(faults, fault => Assert.StartsWith($"$.categories[0].dishes[0].{property}: is {value} where", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_sizes_images_choices_and_price_rules_is_told() => Snapshot.Match(await FaultsAsync(
        """
        {
          "taxGroups": [{ "key": "food", "name": "Food", "percent": 8 }],
          "stations": [{ "key": "oven", "name": "Oven", "capacity": 1 }],
          "modifierGroups": [
            { "key": "one", "name": "One?", "minSelections": 1, "maxSelections": 1, "modifiers": [
              { "key": "a", "name": "A", "priceDelta": 0, "isDefault": true, "allergens": ["MILK", "STONES"] }, { "key": "b", "name": "B", "priceDelta": 0, "isDefault": true }] },
            { "key": "two", "name": "Two?", "minSelections": 2, "maxSelections": 2, "modifiers": [
              { "key": "a", "name": "A", "priceDelta": 0, "isDefault": "yes" }, { "key": "b", "name": "B", "priceDelta": 0, "isDefault": true }] }],
          "categories": [{ "key": "pizza", "name": "Pizza", "description": "", "dishes": [
            { "key": "both", "name": "Both", "description": "", "price": 1, "allergens": [], "dietaryTags": [], "station": "oven", "taxGroup": "food", "preparationMinutes": 1, "modifierGroups": [],
              "imageUrl": "http://example.com/a.jpg",
              "sizes": [{ "key": "small", "name": "", "price": -1, "recipePercent": 0 }, { "key": "small", "name": "Small", "recipePercent": 1001 }] },
            { "key": "neither", "name": "Neither", "description": "", "sizes": [], "allergens": [], "dietaryTags": [], "station": "oven", "taxGroup": "food", "preparationMinutes": 1, "modifierGroups": [],
              "imageUrl": "" },
            { "key": "none", "name": "None", "description": "", "allergens": [], "dietaryTags": [], "station": "oven", "taxGroup": "food", "preparationMinutes": 1, "modifierGroups": [],
              "imageUrl": "//example.com/a.jpg" }] }],
          "menus": [],
          "priceRules": [
            { "key": "both", "name": "Both", "windows": [{ "days": ["FRIDAY"], "opens": "16:00", "closes": "25:00" }], "category": "pizza", "dish": "both", "percent": -5, "amount": 1 },
            { "key": "neither", "name": "Neither", "windows": [] },
            { "key": "both", "name": "Wrong", "category": "beer", "percent": -100.01 },
            { "key": "wrong", "name": "", "windows": [], "dish": "beer", "amount": 0.001, "until": "late" }],
          "tables": []
        }
        """));

    [Fact]
    public async Task Texts_of_full_length_are_right()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var dish = MenuFiles.Dish(new string('k', 60), new string('ñ', 100));
        dish["description"] = new string('d', 1000);
        await own.ImportAsync(MenuFiles.Of(dish));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task The_example_of_the_documentation_is_right()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var example = Example().Match(File.ReadAllText(Repository.PathOf("docs", "menu-format.md"))).Groups["json"].Value;
        Assert.Empty(await own.ImportTextAsync(example));
        Assert.Equal(3, (await DishView.AllAsync(own.Client)).Count);

        // The mark that some editors put at the start of a file is no part of it.
        Assert.Empty(await own.ImportBytesAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(example)]));
        await own.DisposeAsync();
    }

    private async Task<string[]> FaultsAsync(string text)
    {
        var before = await StateAsync();
        var faults = await app.ImportTextAsync(text);
        Assert.NotEmpty(faults);
        Assert.Equal(before, await StateAsync());
        return [.. faults.Select(fault => fault.ToString())];
    }

    private async Task<string> StateAsync() => (await app.Client.QueryAsync(
        "{ menus { name } stations { name } tables { code } dishes(first: 50) { totalCount nodes { name } } }")).ToJsonString();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();
}
