using Restaurant.Graph.Staff;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>Whatever is done in whatever order, the rules of the house hold, and all is as it was acknowledged.</summary>
public sealed class SequenceTests(RestaurantApp schema) : IClassFixture<RestaurantApp>
{
    // What has not been done after the usual steps is tried until it is.
    private const int Patience = 2_000;

    private static readonly int Steps = Setting.Number("SEQUENCE_STEPS") ?? 300;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_rules_of_the_house_hold_after_any_sequence_of_deeds(int seed)
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:ServiceBasisPoints=1000", "--Orders:RoundTo=5", "--Orders:AnswerWithin=01:00:00");
        await app.HireAsync(DiningDeeds.Name, StaffRole.Waiter, DiningDeeds.Secret);
        var dishes = await DishView.AllAsync(app.Client);
        var account = new Account(dishes);
        var (chance, book) = (new Chance(app, seed, dishes, account), new LogBook(app.Store));
        await chance.BeginAsync();
        for (var step = 0; step < Steps || (step < Steps + Patience && (chance.Undone.Count > 0 || Kinds.Missing(book).Count > 0)); step++)
        {
            await chance.StepAsync(step < Steps || step % 2 == 0 || chance.Undone.Count == 0 ? Deed.All : [.. chance.Undone, .. OrderDeeds.Making]);
            if (step % 25 == 24)
            {
                AssertRules(book, account, seed, step);
            }
        }

        AssertRules(book, account, seed, Steps);

        // A run in which something could not be done would show nothing of it.
        string[] missing = [.. chance.Undone.Select(deed => deed.Mutation), .. Kinds.Missing(book)];
        Assert.True(missing.Length == 0, $"Seed {seed}: it never came to: {string.Join(", ", missing)}. {string.Join(", ", chance.Outcomes)}");
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Every_mutation_of_the_schema_is_a_deed()
    {
        var fields = (await schema.Client.QueryAsync("{ __schema { mutationType { fields { name } } } }"))["__schema"]!["mutationType"]!["fields"]!.AsArray();
        Assert.Equal(fields.Select(field => field!.Text("name")).Order(StringComparer.Ordinal), Deed.All.Select(deed => deed.Mutation).Order(StringComparer.Ordinal));
    }

    private static int Number(object value) => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertRules(LogBook book, Account account, int seed, int step)
    {
        foreach (var (rule, sql) in Rules.All)
        {
            var broken = book.Rows(sql);
            Assert.True(broken.Count == 0, $"Seed {seed}, step {step}: not so: {rule}. {broken.Count} times, such as {broken.FirstOrDefault()?[0]}.");
        }

        Assert.Equal(account.Stock.OnHand.Select(item => (item.Key, item.Value, account.Stock.Reserved[item.Key])), book.Rows("""SELECT "Id", "OnHand", "Reserved" FROM "Ingredients" ORDER BY "Id" """).Select(row => ((long)row[0], Number(row[1]), Number(row[2]))));
        Assert.Equal(
            account.Orders.OrderBy(order => Account.KeyOf(order.Key)).Select(order => (order.Key, order.Value.Status, order.Value.Version, account.PaidOf(order.Key))),
            book.Rows("""SELECT "Id", "Status", (SELECT count(*) FROM "Events" WHERE "OrderId" = "Orders"."Id" AND "Kind" = 'ORDER'), "Paid" FROM "Orders" ORDER BY "Id" """)
                .Select(row => (Ids.Of("Order", (long)row[0]), (string)row[1], Number(row[2]), (long)row[3])));
        Assert.Equal(
            account.Orders.Values.SelectMany(order => order.Lines).Select(line => (Account.KeyOf(line.Key), line.Value.Status)).Order(),
            book.Rows("""SELECT "Id", "Status" FROM "OrderLines" ORDER BY "Id" """).Select(row => ((long)row[0], (string)row[1])));
    }
}
