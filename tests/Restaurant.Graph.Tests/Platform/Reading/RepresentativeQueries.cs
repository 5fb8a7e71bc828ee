using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>What clients ask for, by name.</summary>
internal static class RepresentativeQueries
{
    /// <summary>The queries; `SIZE` is the size of a page.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["MenusWhole"] = """
            { menus { id name windows { day opens closes } categories { id name dishes { id name price { amount currency } allergens
              station { name } modifierGroups { name modifiers { name priceDelta { amount } } } } } } }
            """,
        ["MenuNow"] = "{ currentMenu { name categories { name dishes { name } } } restaurant { name isOpen } }",
        ["DishById"] = $$"""{ dishById(id: "{{Ids.Dish(1)}}") { name category { name } station { name } modifierGroups { name modifiers { name } } } }""",
        ["DishPage"] = """
            { dishes(first: SIZE, where: { isAvailable: { eq: true }, category: { name: { neq: "Soups" } } }, order: [{ price: { amount: DESC } }, { name: ASC }]) {
              edges { cursor node { id name price { amount } } } pageInfo { hasNextPage endCursor } } }
            """,
        ["DishPageAndTotalCount"] = "{ dishes(first: SIZE) { totalCount nodes { id name category { name } } } }",
        ["DishPageTotalCountAlone"] = "{ dishes { totalCount } }",
        ["DishPageFromTheEnd"] = "{ dishes(last: SIZE) { nodes { id modifierGroups { modifiers { id } } } pageInfo { hasPreviousPage } } }",
        ["OrdersToMenus"] = "{ orders(first: SIZE) { nodes { id lines { id dish { name category { name menus { name } } } modifiers { name modifier { name } } } table { code } } } }",
        ["OrdersWithHistory"] = "{ orders(first: SIZE) { nodes { id availableActions { action } history(first: 2) { nodes { status occurredAt } pageInfo { hasNextPage } } } } }",
        ["OrdersWithHistoryAndTotalCounts"] = "{ orders(first: SIZE) { totalCount nodes { id history(last: 2) { totalCount edges { cursor node { status } } } } } }",
        ["OrdersTwice"] = "{ a: orders(first: SIZE) { totalCount } b: orders(first: SIZE) { nodes { id lines { id } } totalCount } }",
        ["Tickets"] = "{ tickets(first: SIZE, where: { status: { nin: [COMPLETED, VOIDED] } }) { nodes { status station { name } order { number } lines { dishName quantity modifiers { name } } } } }",
        ["NodesOfThreeKinds"] = $$"""
            { nodes(ids: ["{{Ids.Dish(1)}}", "{{Ids.Of("Order", 1)}}", "{{Ids.Dish(2)}}", "{{Ids.Of("Station", 1)}}", "{{Ids.Of("Order", 2)}}"]) {
              id ... on Dish { name category { name } } ... on Order { number lines { dishName } } ... on Station { name } } }
            """,
        ["Node"] = $$"""{ node(id: "{{Ids.Of("Order", 1)}}") { id ... on Order { lines { dish { name } } } } }""",
        ["FragmentsAndAliases"] = $$"""
            query { one: dishById(id: "{{Ids.Dish(1)}}") { ...Card } two: dishById(id: "{{Ids.Dish(2)}}") { ...Card ... on Dish { title: name category { ...Name } } } }
            fragment Card on Dish { id title: name category { id ...Name } }
            fragment Name on Category { name again: name }
            """,
        ["Stations"] = "{ stations { id name capacity } tables { code } }",
        ["InCircles"] = "{ dishes(first: SIZE) { nodes { category { dishes { category { dishes { name } } } } } } }",
        ["TypeNames"] = "{ __typename restaurant { __typename } }",
    };

    /// <summary>One of them, with pages of some size.</summary>
    public static string Of(string name, int size = 10) => All[name].Replace("SIZE", $"{size}", StringComparison.Ordinal);
}
