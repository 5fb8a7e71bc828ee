using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Menu;

public sealed class MenuQueryTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public async Task The_restaurant_introduces_itself() =>
        Snapshot.Match(await app.Client.SnapshotAsync("{ restaurant { name currency timeZone isOpen } }"));

    [Fact]
    public async Task Dinner_is_served_on_a_Saturday_evening() =>
        Snapshot.Match(await app.Client.SnapshotAsync("{ currentMenu { __typename id name description categories { id name description } } }"));

    [Fact]
    public async Task All_menus_come_in_the_order_of_the_day_with_their_windows() =>
        Snapshot.Match(await app.Client.SnapshotAsync("{ menus { id name description windows { __typename day opens closes } categories { name } } }"));

    [Fact]
    public async Task A_dish_is_read_with_everything_around_it() => Snapshot.Match(await app.Client.SnapshotAsync(
        """
        query($id: ID!) {
          dishById(id: $id) {
            __typename id name description isAvailable allergens dietaryTags preparationMinutes
            price { __typename amount currency minorUnits }
            category { __typename id name description menus { id name windows { day opens closes } } }
            station { __typename id name capacity }
            modifierGroups {
              __typename id name minSelections maxSelections
              modifiers { __typename id name priceDelta { amount currency minorUnits } }
            }
          }
        }
        """,
        new { id = Ids.Dish(56) }));

    [Fact]
    public async Task A_category_lists_its_dishes_in_the_order_of_the_menu() => Snapshot.Match(await app.Client.SnapshotAsync(
        """
        query($id: ID!) { node(id: $id) { ... on Category { name dishes { name price { amount } } menus { name } } } }
        """,
        new { id = Ids.Of("Category", 2) }));

    [Fact]
    public async Task The_stations_are_in_the_order_of_the_menu_file() => Snapshot.Match(await app.Client.SnapshotAsync("{ stations { id name capacity } }"));

    [Fact]
    public async Task The_tables_are_in_the_order_of_the_menu_file() => Snapshot.Match(await app.Client.SnapshotAsync("{ tables { id code area { name } seats status } }"));

    [Fact]
    public async Task Anything_can_be_read_again_by_its_id() => Snapshot.Match(await app.Client.SnapshotAsync(
        """
        query($ids: [ID!]!) {
          nodes(ids: $ids) {
            __typename id
            ... on Dish { name }
            ... on Category { name }
            ... on Menu { name }
            ... on ModifierGroup { name modifiers { name } }
            ... on Modifier { name priceDelta { minorUnits } }
            ... on Station { name }
            ... on Table { code }
          }
        }
        """,
        new
        {
            ids = new[]
            {
                Ids.Dish(1), Ids.Of("Category", 1), Ids.Of("Menu", 1), Ids.Of("ModifierGroup", 2), Ids.Modifier(3), Ids.Of("Station", 1),
                Ids.Of("Table", 1), Ids.Dish(999_999), Ids.Dish(1),
            },
        }));

    [Fact]
    public async Task One_object_is_read_by_its_id() =>
        Snapshot.Match(await app.Client.SnapshotAsync("query($id: ID!) { node(id: $id) { id __typename ... on Dish { name } } }", new { id = Ids.Dish(42) }));

    [Fact]
    public async Task What_is_not_there_is_null() => Snapshot.Match(await app.Client.SnapshotAsync(
        "query($dish: ID!, $order: ID!) { dishById(id: $dish) { name } orderById(id: $order) { number } node(id: $dish) { id } }",
        new { dish = Ids.Dish(999_999), order = Ids.Of("Order", 1) }));

    [Theory]
    [InlineData("Garbage", "garbage")]
    [InlineData("Nothing", "")]
    [InlineData("Plain", "Dish:1")]
    [InlineData("OfATable", "VGFibGU6MQ==")]
    public async Task An_id_that_is_none_of_the_kind_asked_for_is_an_error(string kind, string id) => Snapshot.Match(
        await app.Client.SnapshotAsync("query($id: ID!) { dishById(id: $id) { name } }", new { id }), SnapshotNameExtension.Create(kind));

    [Fact]
    public async Task An_id_of_no_type_is_an_error() =>
        Snapshot.Match(await app.Client.SnapshotAsync("query($id: ID!) { node(id: $id) { id } }", new { id = Ids.Of("Spoon", 1) }));

    [Fact]
    public async Task A_circle_of_dishes_and_categories_can_be_walked()
    {
        var data = await app.Client.QueryAsync(
            "query($id: ID!) { dishById(id: $id) { category { dishes { category { name menus { name categories { id } } dishes { id } } } } } }",
            new { id = Ids.Dish(28) });
        var soups = data["dishById"]!["category"]!["dishes"]!.AsArray();
        Assert.Equal(5, soups.Count);
        Assert.All(soups, soup =>
        {
            Assert.Equal("Soups", soup!["category"]!["name"]!.GetValue<string>());
            Assert.Equal(["Lunch", "Dinner"], soup["category"]!["menus"]!.AsArray().Select(menu => menu!["name"]!.GetValue<string>()));
            Assert.Equal([15, 20], soup["category"]!["menus"]!.AsArray().Select(menu => menu!["categories"]!.AsArray().Count));
            Assert.Equal(Enumerable.Range(27, 5).Select(key => Ids.Dish(key)), soup["category"]!["dishes"]!.AsArray().Select(dish => dish!["id"]!.GetValue<string>()));
        });
    }

    [Fact]
    public async Task More_ids_than_can_be_read_at_once_are_an_error() => Snapshot.Match(await app.Client.SnapshotAsync(
        "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
        new { ids = Enumerable.Range(1, 51).Select(key => Ids.Dish(key)) }));
}
