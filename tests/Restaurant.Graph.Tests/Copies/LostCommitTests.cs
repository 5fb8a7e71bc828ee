using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>A connection can be lost in a commit, when nobody knows yet whether it went well.</summary>
public sealed class LostCommitTests
{
    // Deferred, so that it runs in the commit; how often it has run is counted outside of transactions.
    private const string Trigger = """
        CREATE SEQUENCE commits;
        CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('commits') = 1 THEN PERFORM pg_sleep(60); END IF; RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER "Lingers" AFTER INSERT ON "Orders" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION linger();
        """;

    [PostgreSqlFact]
    public async Task A_commit_that_was_cut_off_is_looked_up_and_made_again()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var placing = await PlaceAsync(app);
        await EndAsync(app);
        Assert.Null((await placing)["errors"]);
        Assert.Equal([1L], app.Store.Rows("""SELECT count(*) FROM "Orders" """)[0]);
    }

    [PostgreSqlFact]
    public async Task Where_nobody_can_say_what_became_of_it_the_client_is_told_so_and_the_next_is_stored()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var placing = await PlaceAsync(app);
        await AllowAsync(app, isAllowed: false);
        await EndAsync(app);
        var answer = await placing;
        Assert.Equal("STORE_UNAVAILABLE", answer["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>());
        await AllowAsync(app, isAllowed: true);
        var again = await app.Client.SendAsync(Documents.PlaceOrder, Documents.Margheritas());
        Assert.Null(again["errors"]);
    }

    // When it is answered, an order is being committed.
    private static async Task<Task<JsonNode>> PlaceAsync(RestaurantApp app)
    {
        await app.Store.ExecuteAsync(Trigger);
        var placing = app.Client.SendAsync(Documents.PlaceOrder, Documents.Margheritas());
        await Wait.UntilAsync(() => app.Store.Rows("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'").Count == 1);
        return placing;
    }

    private static Task EndAsync(RestaurantApp app) =>
        PostgreSqlServer.Named!.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{DatabaseOf(app)}'");

    private static Task AllowAsync(RestaurantApp app, bool isAllowed) =>
        PostgreSqlServer.Named!.ExecuteAsync($"ALTER DATABASE {DatabaseOf(app)} ALLOW_CONNECTIONS {isAllowed}");

    private static string? DatabaseOf(RestaurantApp app) => new Npgsql.NpgsqlConnectionStringBuilder(((TestDatabase)app.Store).ConnectionString).Database;
}
