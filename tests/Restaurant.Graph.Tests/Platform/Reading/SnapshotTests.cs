using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>All that an operation reads is of one moment.</summary>
public sealed class SnapshotTests
{
    private const int Orders = 40;

    private const string Query = """
        { a: orders { totalCount } b: orders(first: 50) { nodes { id version lines { id } history { totalCount nodes { version } } } totalCount } c: orders { totalCount } }
        """;

    [Fact]
    public async Task Orders_that_are_placed_meanwhile_are_in_all_of_an_answer_or_in_none_of_it()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var seen = new HashSet<int>();
        await app.Client.QueryAsync(Query);
        var placing = Task.Run(async () =>
        {
            for (var number = 0; number < Orders; number++)
            {
                await app.PlaceAsync(Steps.Pizza, Steps.Fries, Steps.Pizza);
            }
        });
        bool isLast;
        do
        {
            isLast = placing.IsCompleted;
            var answer = await app.Client.QueryAsync(Query);
            var nodes = answer["b"]!["nodes"]!.AsArray();
            Assert.All(new[] { "a", "b", "c" }, alias => Assert.Equal(nodes.Count, answer[alias]!["totalCount"]!.GetValue<int>()));
            Assert.All(nodes, order => Assert.Equal(3, order!["lines"]!.AsArray().Count));
            Assert.All(nodes, order => Assert.Equal(order!["version"]!.GetValue<int>(), order["history"]!["totalCount"]!.GetValue<int>()));
            seen.Add(nodes.Count);
        }
        while (!isLast);
        await placing;
        Assert.Contains(Orders, seen);
        Assert.True(seen.Count > 2, "Nothing was read while orders were placed.");
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_is_changed_together_is_read_together()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Reading:Cache=false");
        await app.ExecuteAsync("UPDATE \"Dishes\" SET \"Price\" = 0 WHERE \"Id\" IN (1, 100)");
        await using var connection = app.Connect();
        await using var bump = connection.CreateCommand();
        bump.CommandText = "UPDATE \"Dishes\" SET \"Price\" = \"Price\" + 1 WHERE \"Id\" IN (1, 100)";
        var isDone = false;
        var reading = Task.Run(async () =>
        {
            for (var reads = 0; !Volatile.Read(ref isDone) || reads < 10; reads++)
            {
                var answer = await app.Client.QueryAsync(
                    "query($a: ID!, $b: ID!) { a: dishById(id: $a) { price { minorUnits } } b: dishById(id: $b) { price { minorUnits } } }",
                    new { a = Ids.Dish(1), b = Ids.Dish(100) });
                Assert.Equal(answer["a"]!.ToJsonString(), answer["b"]!.ToJsonString());
            }
        });
        for (var times = 0; times < 300 && !reading.IsCompleted; times++)
        {
            await bump.ExecuteNonQueryAsync();
        }

        Volatile.Write(ref isDone, true);
        await reading;
        await app.DisposeAsync();
    }
}
