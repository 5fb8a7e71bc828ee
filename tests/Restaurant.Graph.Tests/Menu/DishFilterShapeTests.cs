using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Menu;

public sealed class DishFilterShapeTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{ and: [] }")]
    [InlineData("{ or: [] }")]
    [InlineData("{ and: null }")]
    [InlineData("{ name: {} }")]
    [InlineData("{ name: null }")]
    [InlineData("{ station: {} }")]
    [InlineData("{ station: null }")]
    [InlineData("{ modifierGroups: {} }")]
    [InlineData("{ modifierGroups: { any: null } }")]
    [InlineData("{ preparationMinutes: { gt: null, lt: null, gte: null, lte: null } }")]
    [InlineData("{ preparationMinutes: { ngt: null, nlt: null, ngte: null, nlte: null } }")]
    [InlineData("{ name: { contains: null, startsWith: null, endsWith: null } }")]
    [InlineData("{ name: { ncontains: null, nstartsWith: null, nendsWith: null } }")]
    public async Task A_filter_that_asks_for_nothing_keeps_every_dish(string filter) => Assert.Equal(236, await CountAsync(filter));

    [Theory]
    [InlineData("{ price: { minorUnits: { gt: 2000, lte: 3000 } } }")]
    [InlineData("{ and: [{ price: { minorUnits: { gt: 2000 } } }, { price: { minorUnits: { lte: 3000 } } }] }")]
    [InlineData("{ price: { and: [{ minorUnits: { gt: 2000 } }, { minorUnits: { lte: 3000 } }] } }")]
    [InlineData("{ price: { minorUnits: { gt: 2000 } }, or: [{ price: { minorUnits: { lte: 3000 } } }] }")]
    public async Task All_that_is_given_has_to_hold(string filter) => Assert.Equal(
        (await DishView.AllAsync(app.Client)).Count(dish => dish.Price.MinorUnits is > 2000 and <= 3000), await CountAsync(filter));

    [Fact]
    public async Task And_and_or_are_nested_as_they_are_written()
    {
        var expected = (await DishView.AllAsync(app.Client)).Count(dish =>
            dish.Station.Name != "Bar"
            && ((dish.DietaryTags.Contains("VEGAN") && (dish.PreparationMinutes < 7 || dish.Price.MinorUnits > 1900))
                || (dish.Category.Name.Contains("Pizza", StringComparison.Ordinal) && !dish.Allergens.Contains("MILK"))));
        Assert.InRange(expected, 5, 100);
        Assert.Equal(expected, await CountAsync(
            """
            {
              station: { name: { neq: "Bar" } }
              or: [
                { dietaryTags: { some: { eq: VEGAN } }, or: [{ preparationMinutes: { lt: 7 } }, { price: { minorUnits: { gt: 1900 } } }] }
                { and: [{ category: { name: { contains: "Pizza" } } }, { allergens: { none: { eq: MILK } } }] }
              ]
            }
            """));
    }

    [Fact]
    public async Task A_filter_in_a_variable_means_what_it_means_in_the_document()
    {
        var where = new
        {
            or = new object[]
            {
                new { dietaryTags = new { some = new { @in = new[] { "HALAL", "SPICY" } } }, category = new { menus = new { any = true } } },
                new { modifierGroups = new { some = new { modifiers = new { all = new { priceDelta = new { minorUnits = new { gt = 0 } } } } } } },
            },
        };
        var expected = (await DishView.AllAsync(app.Client)).Count(dish =>
            dish.DietaryTags.Any(tag => tag is "HALAL" or "SPICY")
            || dish.ModifierGroups.Any(group => group.Modifiers.All(modifier => modifier.PriceDelta.MinorUnits > 0)));
        Assert.Equal(expected, (await app.Client.QueryAsync(
            "query($where: DishFilterInput) { dishes(where: $where) { totalCount } }", new { where }))["dishes"]!["totalCount"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("OfAStation", "{ id: { eq: \"U3RhdGlvbjox\" } }")]
    [InlineData("Garbage", "{ id: { neq: \"garbage\" } }")]
    [InlineData("InAList", "{ station: { id: { in: [\"U3RhdGlvbjox\", \"RGlzaDox\"] } } }")]
    [InlineData("Deep", "{ or: [{ category: { menus: { some: { id: { nin: [\"\"] } } } } }] }")]
    public async Task An_id_that_is_none_of_the_kind_asked_for_is_an_error(string kind, string filter) => Snapshot.Match(
        await app.Client.SnapshotAsync($"{{ dishes(where: {filter}) {{ nodes {{ id }} }} }}"), SnapshotNameExtension.Create(kind));

    [Theory]
    [InlineData("{ id: { eq: 1 } }")]
    [InlineData("{ id: { in: [99999999999] } }")]
    [InlineData("{ station: { id: { neq: 2 } } }")]
    public async Task A_number_is_no_id(string filter) => Assert.Equal(
        "INVALID_ID",
        (await app.Client.SendAsync($"{{ dishes(where: {filter}) {{ nodes {{ id }} }} }}"))["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>());

    [Theory]
    [InlineData("UnknownField", "{ taste: { eq: \"good\" } }")]
    [InlineData("UnknownOperation", "{ name: { like: \"%\" } }")]
    [InlineData("WrongType", "{ preparationMinutes: { gt: \"5\" } }")]
    [InlineData("UnknownConstant", "{ allergens: { some: { eq: AIR } } }")]
    public async Task A_filter_that_the_schema_does_not_know_is_an_error(string kind, string filter) => Snapshot.Match(
        await app.Client.SnapshotAsync($"{{ dishes(where: {filter}) {{ nodes {{ id }} }} }}"), SnapshotNameExtension.Create(kind));

    private async Task<int> CountAsync(string filter) =>
        (await app.Client.QueryAsync($"{{ dishes(where: {filter}) {{ totalCount }} }}"))["dishes"]!["totalCount"]!.GetValue<int>();
}
