using Microsoft.EntityFrameworkCore.Migrations;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Data.Migrations.PostgreSql;

/// <summary>
/// What makes a table of events a log: whoever inserts one has the turn to write until the commit, so that events are committed in the order of
/// their numbers, and the commit wakes those who listen. Both are the database's own, so that no statement of anybody can forget it.
/// </summary>
internal static class EventLog
{
    /// <summary>Makes it so.</summary>
    public static void Create(MigrationBuilder migration)
    {
        // Ahead of the statement, and so ahead of the first number that it takes.
        migration.Sql($"""
            CREATE FUNCTION take_turn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock({PostgreSqlLocks.Turn}); RETURN NULL; END $$;
            CREATE TRIGGER "InTurn" BEFORE INSERT ON "Events" FOR EACH STATEMENT EXECUTE FUNCTION take_turn();
            """);
        migration.Sql($"""
            CREATE FUNCTION tell_of_events() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('{PostgreSqlLocks.Channel}', ''); RETURN NULL; END $$;
            CREATE TRIGGER "Told" AFTER INSERT ON "Events" FOR EACH STATEMENT EXECUTE FUNCTION tell_of_events();
            """);
    }

    /// <summary>Undoes it.</summary>
    public static void Drop(MigrationBuilder migration) => migration.Sql("""
        DROP TRIGGER "InTurn" ON "Events"; DROP TRIGGER "Told" ON "Events"; DROP FUNCTION take_turn(); DROP FUNCTION tell_of_events();
        """);
}
