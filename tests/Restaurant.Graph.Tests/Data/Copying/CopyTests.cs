using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Copying;

/// <summary>A restaurant that has moved is the same restaurant.</summary>
public sealed class CopyTests(LivedIn restaurant) : IClassFixture<LivedIn>
{
    private const string Follow = "subscription($after: String) { onOrdersChanged(after: $after) { cursor status previousStatus version occurredAt order { id number lines { status } } } }";

    private static readonly string[] Questions =
    [
        "{ menus { name windows { day opens closes } categories { name dishes { id name description price { amount } isAvailable allergens dietaryTags modifierGroups { name modifiers { name } } } } } }",
        "{ orders(first: 50) { totalCount nodes { id number status note placedAt total { amount } table { code } lines { dishName quantity status note modifiers { name } } history { nodes { status occurredAt } } } } }",
        "{ tickets(first: 50) { totalCount nodes { id status station { name } order { number } lines { id } } } }",
        "{ visits(first: 50) { nodes { id startedAt closedAt status partySize allergies mergedInto { id } } } reservations(first: 50) { nodes { id name partySize startsAt status } } tables { code status } }",
        "{ ingredients(first: 50) { nodes { name unit onHand } } auditEntries(first: 50) { totalCount nodes { mutation occurredAt } } }",
        "{ searchDishes(text: \"pizza mar\", first: 10) { totalCount nodes { name description } } }",
    ];

    [PostgreSqlFact]
    public async Task A_restaurant_that_has_moved_answers_the_same_and_goes_on()
    {
        await using var target = await Copies.EmptyAsync();
        List<string> before;
        List<JsonNode> told;
        await using (var source = await restaurant.File.CopyAsync())
        {
            await using (var old = await restaurant.OpenAsync(source))
            {
                before = await AnswersAsync(old);
                await using var follower = await Follower.StartAsync(old.Endpoint, "onOrdersChanged", Follow, new { after = "AAAAAAAAAAA" });
                told = await follower.NextAsync(20);
            }

            await Copies.SucceedAsync(source, target);
        }

        await using var app = await restaurant.OpenAsync(target);
        Assert.Equal(before, await AnswersAsync(app));
        await using var resumed = await Follower.StartAsync(app.Endpoint, "onOrdersChanged", Follow, new { after = told[9]["cursor"]!.GetValue<string>() });
        Assert.Equal(told.Skip(10).Select(static message => message.ToJsonString()), (await resumed.NextAsync(10)).Select(static message => message.ToJsonString()));

        var newest = await LivedIn.NewestAsync(app);
        var order = await LivedIn.OrderAsync(app);
        Assert.Equal(newest + 1, await LivedIn.NewestAsync(app));
        await app.DoAsync("acceptOrder", order);
        await app.CookAsync(order);
        Assert.Equal("READY", await app.StatusAsync(order));
        await app.ComeToWorkAsync("Grace", "secret");
    }

    [PostgreSqlFact]
    public async Task Every_table_is_the_same_and_the_schema_is_the_one_of_a_new_database()
    {
        await using var target = await Copies.EmptyAsync();
        var copied = await Copies.RunAsync(restaurant.File, target, static _ => { });
        Assert.All(copied, table => Assert.Equal(
            table.Rows, Assert.Single(target.Rows($"SELECT count(*) FROM \"{table.Name}\""))[0]));
        Assert.All(["Events", "Idempotency", "OrderLineTicket", "Translations", "Visits"], name => Assert.True(copied.Single(table => table.Name == name).Rows > 0, name));

        await using var other = await TestDatabase.NewAsync(PostgreSqlServer.Named!);
        const string constraints = "SELECT conname::text, conrelid::regclass::text, pg_get_constraintdef(oid), convalidated FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2";
        Assert.Equal(other.Rows(constraints), target.Rows(constraints));
        const string tables = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
        Assert.Equal(other.Rows(tables), target.Rows(tables));
    }

    [PostgreSqlFact]
    public async Task A_table_that_is_empty_is_not_taken_for_a_small_one()
    {
        await using var source = (TestFile)await restaurant.File.CopyAsync();
        await source.ExecuteAsync("""DELETE FROM "AuditEntries" """);
        await using var target = await Copies.EmptyAsync();
        var copied = await Copies.RunAsync(source, target, static _ => { });
        Assert.Contains(copied, static table => table.Rows == 0);
        Assert.All(copied, table => Assert.Equal(
            table.Rows > 0, Assert.Single(target.Rows($"SELECT reltuples >= 0 FROM pg_class WHERE oid = '\"{table.Name}\"'::regclass"))[0]));
    }

    [PostgreSqlFact]
    public async Task What_is_copied_back_into_a_file_is_what_it_was()
    {
        await using var target = await Copies.EmptyAsync();
        await using var back = new TestFile(Database.NewPath());
        Assert.Equal(Copies.TableOf(await Copies.SucceedAsync(restaurant.File, target)), Copies.TableOf(await Copies.SucceedAsync(target, back)));

        await using var file = await restaurant.File.CopyAsync();
        await using var original = await restaurant.OpenAsync(file);
        await using var app = await restaurant.OpenAsync(back);
        Assert.Equal(await AnswersAsync(original), await AnswersAsync(app));
        await LivedIn.OrderAsync(app);
    }

    [PostgreSqlFact]
    public async Task A_number_that_was_given_once_is_not_given_again()
    {
        await using var source = await restaurant.File.CopyAsync();
        await source.ExecuteAsync("""INSERT INTO "Areas" ("Id", "Name", "Position") VALUES (1000, 'Gone', 9); DELETE FROM "Areas" WHERE "Id" = 1000""");
        await using var target = await Copies.EmptyAsync();
        await Copies.SucceedAsync(source, target);
        await using var back = new TestFile(Database.NewPath());
        await Copies.SucceedAsync(target, back);
        foreach (var store in new TestStore[] { target, back })
        {
            await store.ExecuteAsync("""INSERT INTO "Areas" ("Name", "Position") VALUES ('New', 9)""");
            Assert.Equal(1001L, Assert.Single(store.Rows("""SELECT max("Id") FROM "Areas" """))[0]);
        }
    }

    [PostgreSqlFact]
    public async Task What_PostgreSQL_takes_in_no_text_is_replaced_and_counted()
    {
        await using var source = await restaurant.File.CopyAsync();
        await source.ExecuteAsync("""UPDATE "Dishes" SET "Description" = 'a' || char(0) || 'b' || char(0) || '🍕' WHERE "Id" = 3""");
        await using var target = await Copies.EmptyAsync();
        Assert.EndsWith("NUL characters that PostgreSQL does not take, and that are U+FFFD now: 2.\n", await Copies.SucceedAsync(source, target), StringComparison.Ordinal);
        Assert.Equal("a\ufffdb\ufffd🍕", Assert.Single(target.Rows("""SELECT "Description" FROM "Dishes" WHERE "Id" = 3"""))[0]);
    }

    private static async Task<List<string>> AnswersAsync(RestaurantApp app)
    {
        List<string> answers = [];
        foreach (var question in Questions)
        {
            answers.Add((await app.Client.QueryAsync(question)).ToJsonString());
        }

        return answers;
    }
}
