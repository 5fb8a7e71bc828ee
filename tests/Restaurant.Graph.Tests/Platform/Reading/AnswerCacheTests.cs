using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>
/// A public answer is read once, and again when anything in the store has changed; on PostgreSQL, when anything in any database of the server has, which
/// tests that run beside these do all the time.
/// </summary>
[Trait("Store", "File")]
public sealed class AnswerCacheTests(AnswerCacheTests.Open app) : IClassFixture<AnswerCacheTests.Open>
{
    private const string Dish = "query($id: ID!) { dishById(id: $id) { id name isAvailable price { minorUnits } } }";
    private const string Menus = "{ menus { name categories { name dishes { name price { amount } } } } }";

    [Fact]
    public async Task What_was_answered_is_answered_again_without_reading()
    {
        using var statements = new StatementCounter(app);
        var first = await app.Client.SnapshotAsync(Menus);
        Assert.Empty(await statements.MeasuredAsync(Menus));
        Assert.Equal(first, await app.Client.SnapshotAsync(Menus));
    }

    [Fact]
    public async Task Each_variable_has_its_own_answer()
    {
        using var statements = new StatementCounter(app);
        foreach (var times in new[] { 1, 0, 0 })
        {
            foreach (var key in Enumerable.Range(10, 5))
            {
                Assert.Equal(times, (await statements.MeasuredAsync(Dish, new { id = Ids.Dish(key) })).Count);
                Assert.Equal(Ids.Dish(key), (await app.Client.QueryAsync(Dish, new { id = Ids.Dish(key) }))["dishById"]!["id"]!.GetValue<string>());
            }
        }
    }

    [Theory]
    [InlineData("""{"where":{"name":{"eq":null}}}""", """{"where":{"name":{"eq":"null"}}}""")]
    [InlineData("""{"where":{"name":{"in":["a","b"]}}}""", """{"where":{"name":{"in":["a\",\"b"]}}}""")]
    [InlineData("""{"where":{"name":{"in":["1:a"]}}}""", """{"where":{"name":{"in":["1","a"]}}}""")]
    [InlineData("""{"where":{"isAvailable":{"eq":true}}}""", """{"where":{"name":{"eq":"True"}}}""")]
    [InlineData("""{"where":{"and":[{},{"isAvailable":{"eq":false}}]}}""", """{"where":{"and":[{}],"isAvailable":{"eq":false}}}""")]
    [InlineData("""{"first":1}""", """{"last":1}""")]
    [InlineData("""{"first":11}""", """{"first":1}""")]
    [InlineData("""{"order":[{"name":"ASC","preparationMinutes":"ASC"}]}""", """{"order":[{"preparationMinutes":"ASC","name":"ASC"}]}""")]
    [InlineData("""{"where":null}""", """{"where":{}}""")]
    [InlineData("{}", """{"after":null}""")]
    public async Task Variables_that_look_alike_are_told_apart(string one, string other)
    {
        const string Query = "query($first: Int, $last: Int, $after: String, $where: DishFilterInput, $order: [DishSortInput!]) "
            + "{ dishes(first: $first, last: $last, after: $after, where: $where, order: $order) { totalCount nodes { id } } }";
        var (first, second) = (await AskAsync(one), await AskAsync(other));
        await app.ExecuteAsync("UPDATE \"Dishes\" SET \"Position\" = \"Position\"");
        Assert.Equal(second, await AskAsync(other));
        Assert.Equal(first, await AskAsync(one));

        Task<string> AskAsync(string variables) => app.Client.SnapshotAsync(Query, JsonNode.Parse(variables));
    }

    [Fact]
    public async Task What_is_included_by_a_variable_has_its_own_answer()
    {
        const string Query = "query($whole: Boolean!) { stations { name capacity @include(if: $whole) } }";
        foreach (var whole in new[] { true, false, true, false })
        {
            Assert.Equal(whole, (await app.Client.QueryAsync(Query, new { whole }))["stations"]![0]!["capacity"] is not null);
        }
    }

    [Fact]
    public async Task A_mutation_is_seen_at_once()
    {
        foreach (var (mutation, isAvailable) in new[] { ("markDishUnavailable", false), ("markDishAvailable", true), ("markDishUnavailable", false) })
        {
            await app.DoAsync(mutation, Ids.Dish(20));
            Assert.Equal(isAvailable, (await app.Client.QueryAsync(Dish, new { id = Ids.Dish(20) }))["dishById"]!["isAvailable"]!.GetValue<bool>());
        }
    }

    [Fact]
    public async Task A_change_by_anybody_is_seen_at_once()
    {
        using var statements = new StatementCounter(app);
        for (var price = 1000; price < 1020; price++)
        {
            await app.ExecuteAsync($"UPDATE \"Dishes\" SET \"Price\" = {price} WHERE \"Id\" = 30");
            Assert.Equal(price, await PriceAsync(30));
            Assert.Empty(await statements.MeasuredAsync(Dish, new { id = Ids.Dish(30) }));
        }
    }

    [Fact]
    public async Task No_reader_is_answered_with_less_than_what_was_stored_when_it_asked()
    {
        await app.ExecuteAsync("UPDATE \"Dishes\" SET \"Price\" = 0 WHERE \"Id\" = 40");
        await using var connection = app.Connect();
        await using var bump = connection.CreateCommand();
        bump.CommandText = "UPDATE \"Dishes\" SET \"Price\" = \"Price\" + 1 WHERE \"Id\" = 40";
        var (stored, isDone) = (0, false);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var reads = 0;
            for (; !Volatile.Read(ref isDone) || reads == 0; reads++)
            {
                var known = Volatile.Read(ref stored);
                Assert.InRange(await PriceAsync(40), known, 200);
            }

            return reads;
        })).ToList();
        for (var value = 1; value <= 200; value++)
        {
            await bump.ExecuteNonQueryAsync();
            Volatile.Write(ref stored, value);
            await Task.Yield();
        }

        Volatile.Write(ref isDone, true);
        Assert.All(await Task.WhenAll(readers), reads => Assert.NotEqual(0, reads));
        Assert.Equal(200, await PriceAsync(40));
    }

    private async Task<int> PriceAsync(long key) =>
        (await app.Client.QueryAsync(Dish, new { id = Ids.Dish(key) }))["dishById"]!["price"]!["minorUnits"]!.GetValue<int>();

    /// <summary>A restaurant to which nothing happens that a test does not do.</summary>
    public sealed class Open() : RestaurantApp(AlwaysOpen);
}
