using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>The first copies of a server come to a database with nothing in it.</summary>
public sealed class OpeningTests
{
    [PostgreSqlFact]
    public async Task Copies_that_open_an_empty_database_at_once_make_one_restaurant()
    {
        await using var store = await TestDatabase.EmptyAsync(PostgreSqlServer.Named!);
        var copies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RestaurantApp.OverAsync(store, null)));
        foreach (var copy in copies)
        {
            Assert.Equal(236, (await copy.Client.QueryAsync("{ dishes { totalCount } }"))["dishes"]!["totalCount"]!.GetValue<int>());
            await copy.DisposeAsync();
        }
    }
}
