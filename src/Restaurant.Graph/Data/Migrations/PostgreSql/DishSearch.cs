using Microsoft.EntityFrameworkCore.Migrations;

namespace Restaurant.Graph.Data.Migrations.PostgreSql;

/// <summary>
/// The index of the texts of dishes, and what keeps it right: triggers, so that no statement of anybody can forget it. Words are what they are in
/// the index of SQLite: letters and digits, without accents and without regard to case; and they are searched by the same function <c>match</c>.
/// </summary>
internal static class DishSearch
{
    /// <summary>Longer words are cut; PostgreSQL takes none of more than 2,046 bytes.</summary>
    private const int MaxWord = 500;

    /// <summary>Makes it, with what there is already.</summary>
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE FUNCTION plain_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
            $$ SELECT lower(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g') COLLATE "und-x-icu") $$;
            """);
        migration.Sql($"""
            CREATE FUNCTION words_of(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
            $$ SELECT array_to_tsvector(coalesce(array_agg(left(word, {MaxWord})), ARRAY[]::text[]))
               FROM regexp_split_to_table(plain_text(value) COLLATE "und-x-icu", '[^[:alnum:]]+') AS word WHERE word <> '' $$;
            """);

        // A search comes as it is for SQLite: "one" "two" "thr"*, or with OR between the words. One of nothing but accents is empty, and finds nothing.
        migration.Sql("""
            CREATE FUNCTION match(search text, texts tsvector) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
            $$ SELECT texts @@ nullif(replace(replace(replace(replace(regexp_replace(plain_text(search), '(^| or | )""\*?', '', 'g'),
                 '" or "', ''' | '''), '" "', ''' & '''), '"', ''''), '*', ':*'), '')::tsquery $$;
            """);
        migration.Sql("""
            CREATE TABLE "DishTexts" (
                rowid bigint PRIMARY KEY REFERENCES "Dishes" ("Id") ON DELETE CASCADE,
                "Name" tsvector NOT NULL, "Description" tsvector NOT NULL, "DishTexts" tsvector NOT NULL);
            """);
        migration.Sql("""CREATE INDEX "IX_DishTexts" ON "DishTexts" USING gin ("DishTexts");""");
        migration.Sql("""
            CREATE FUNCTION index_dish(id bigint) RETURNS void LANGUAGE sql AS
            $$ INSERT INTO "DishTexts" (rowid, "Name", "Description", "DishTexts")
               SELECT now."Id", words_of(now.name), words_of(now.description), words_of(now.name || ' ' || now.description)
               FROM (SELECT dish."Id",
                            concat_ws(' ', dish."Name", string_agg(text."Name", ' ')) AS name,
                            concat_ws(' ', dish."Description", string_agg(text."Description", ' ')) AS description
                     FROM "Dishes" AS dish LEFT JOIN "Translations" AS text ON text."DishId" = dish."Id"
                     WHERE dish."Id" = id GROUP BY dish."Id") AS now
               ON CONFLICT (rowid) DO UPDATE SET "Name" = excluded."Name", "Description" = excluded."Description", "DishTexts" = excluded."DishTexts" $$;
            """);
        Follow(migration, "DishAdded", """INSERT ON "Dishes" """, "NEW", "Id");
        Follow(migration, "DishRenamed", """UPDATE OF "Name", "Description" ON "Dishes" """, "NEW", "Id");
        Follow(migration, "TranslationAdded", """INSERT ON "Translations" """, "NEW", "DishId");
        Follow(migration, "TranslationChanged", """UPDATE ON "Translations" """, "NEW", "DishId");
        Follow(migration, "TranslationRemoved", """DELETE ON "Translations" """, "OLD", "DishId");
    }

    /// <summary>Removes it.</summary>
    public static void Drop(MigrationBuilder migration)
    {
        foreach (var (trigger, table) in new[] { ("DishAdded", "Dishes"), ("DishRenamed", "Dishes"), ("TranslationAdded", "Translations"), ("TranslationChanged", "Translations"), ("TranslationRemoved", "Translations") })
        {
            migration.Sql($"""DROP TRIGGER "{trigger}" ON "{table}"; DROP FUNCTION "{trigger}"();""");
        }

        migration.Sql("""DROP FUNCTION index_dish(bigint); DROP TABLE "DishTexts"; DROP FUNCTION match(text, tsvector); DROP FUNCTION words_of(text); DROP FUNCTION plain_text(text);""");
    }

    private static void Follow(MigrationBuilder migration, string trigger, string change, string row, string key) => migration.Sql($"""
        CREATE FUNCTION "{trigger}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM index_dish({row}."{key}"); RETURN NULL; END $$;
        CREATE TRIGGER "{trigger}" AFTER {change} FOR EACH ROW EXECUTE FUNCTION "{trigger}"();
        """);
}
