using Microsoft.EntityFrameworkCore.Migrations;

namespace Restaurant.Graph.Data.Migrations.Sqlite;

/// <summary>
/// The index of the texts of dishes (FTS5), and what keeps it right: triggers, so that no statement of anybody can forget it. A migration that
/// rebuilds one of the tables loses them, and has to make them again.
/// </summary>
internal static class DishSearch
{
    private const string Index = """INSERT OR REPLACE INTO "DishTexts" (rowid, "Name", "Description") SELECT "Id", "Name", "Description" FROM "DishTextsNow" """;

    /// <summary>Makes it, with what there is already.</summary>
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE VIRTUAL TABLE "DishTexts" USING fts5("Name", "Description", tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
            """);
        migration.Sql($"""
            CREATE VIEW "DishTextsNow" AS SELECT "d"."Id" AS "Id", {Text("Name")} AS "Name", {Text("Description")} AS "Description" FROM "Dishes" AS "d";
            """);
        migration.Sql($"{Index};");
        Follow(migration, "DishAdded", """INSERT ON "Dishes" """, "new", "Id");
        Follow(migration, "DishRenamed", """UPDATE OF "Name", "Description" ON "Dishes" """, "new", "Id");
        Follow(migration, "TranslationAdded", """INSERT ON "Translations" """, "new", "DishId");
        Follow(migration, "TranslationChanged", """UPDATE ON "Translations" """, "new", "DishId");
        Follow(migration, "TranslationRemoved", """DELETE ON "Translations" """, "old", "DishId");
        migration.Sql("""
            CREATE TRIGGER "DishRemoved" AFTER DELETE ON "Dishes" BEGIN DELETE FROM "DishTexts" WHERE rowid = old."Id"; END;
            """);
    }

    /// <summary>Removes it.</summary>
    public static void Drop(MigrationBuilder migration)
    {
        string[] triggers = ["DishAdded", "DishRenamed", "DishRemoved", "TranslationAdded", "TranslationChanged", "TranslationRemoved"];
        foreach (var trigger in triggers)
        {
            migration.Sql($"""DROP TRIGGER "{trigger}";""");
        }

        migration.Sql("""DROP VIEW "DishTextsNow";""");
        migration.Sql("""DROP TABLE "DishTexts";""");
    }

    private static void Follow(MigrationBuilder migration, string trigger, string change, string row, string key) =>
        migration.Sql($"""CREATE TRIGGER "{trigger}" AFTER {change} BEGIN {Index} WHERE "Id" = {row}."{key}"; END;""");

    private static string Text(string column) => $"""
        ("d"."{column}" || coalesce((SELECT group_concat(' ' || "t"."{column}", '') FROM "Translations" AS "t" WHERE "t"."DishId" = "d"."Id"), ''))
        """;
}
