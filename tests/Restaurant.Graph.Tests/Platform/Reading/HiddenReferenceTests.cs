using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>
/// A field that cannot be null and refers to what is hidden: an error that says no more than that, and null as far up as the
/// specification wants it (https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors), with plans as without.
/// </summary>
public sealed class HiddenReferenceTests(HidingRestaurants restaurants) : IClassFixture<HidingRestaurants>
{
    public static TheoryData<string, string> Queries { get; } = new()
    {
        { "ById", "query($id: ID!) { orderById(id: $id) { id lines { quantity dish { name } } } menus { name } }" },
        { "Node", "query($id: ID!) { node(id: $id) { id ... on Order { lines { dish { id } } } } }" },
        { "Nodes", "query($id: ID!) { nodes(ids: [$id]) { id ... on Order { lines { dish { id } } } } }" },
        { "Page", "query($id: ID!) { orders(where: { id: { eq: $id } }) { totalCount nodes { id lines { dish { id } } } } }" },
        { "Edges", "query($id: ID!) { orders(where: { id: { eq: $id } }) { totalCount edges { cursor node { lines { dish { id } } } } } }" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Null_goes_up_to_where_it_may_be(string kind, string query)
    {
        var body = new { query, variables = new { id = restaurants.OrderOfHiddenDish } };
        var planned = (await restaurants.Planned.PostAsync(body)).WithoutTraces();
        Assert.Equal((await restaurants.Resolved.PostAsync(body)).WithoutTraces(), planned);
        Snapshot.Match(planned.Json.ToJsonString(), SnapshotNameExtension.Create(kind));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task It_is_the_same_each_time(string kind, string query)
    {
        Assert.NotEmpty(kind);
        var body = new { query, variables = new { id = restaurants.OrderOfHiddenDish } };
        Assert.Equal((await restaurants.Planned.PostAsync(body)).WithoutTraces(), (await restaurants.Planned.PostAsync(body)).WithoutTraces());

        // The plan is still good for the orders of which nothing is hidden.
        var other = await restaurants.Planned.PostAsync(new { query, variables = new { id = restaurants.OrderWithHiddenLine } });
        Assert.DoesNotContain("errors", other.Body, StringComparison.Ordinal);
    }
}
