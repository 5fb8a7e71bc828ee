using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LanguagesOfSizesAndRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By itself: EF Core would build the tables anew for columns that refer to others, and their triggers would be lost.
            migrationBuilder.Sql("""
                ALTER TABLE "Translations" ADD COLUMN "DishSizeId" INTEGER NULL
                CONSTRAINT "FK_Translations_DishSizes_DishSizeId" REFERENCES "DishSizes" ("Id") ON DELETE CASCADE
                """);
            migrationBuilder.Sql("""
                ALTER TABLE "Translations" ADD COLUMN "PriceRuleId" INTEGER NULL
                CONSTRAINT "FK_Translations_PriceRules_PriceRuleId" REFERENCES "PriceRules" ("Id") ON DELETE CASCADE
                """);
            migrationBuilder.Sql("""
                ALTER TABLE "Events" ADD COLUMN "ModifierId" INTEGER NULL
                CONSTRAINT "FK_Events_Modifiers_ModifierId" REFERENCES "Modifiers" ("Id") ON DELETE SET NULL
                """);
            migrationBuilder.CreateIndex(
                name: "IX_Translations_DishSizeId_Language",
                table: "Translations",
                columns: new[] { "DishSizeId", "Language" },
                unique: true,
                filter: "\"DishSizeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Translations_PriceRuleId_Language",
                table: "Translations",
                columns: new[] { "PriceRuleId", "Language" },
                unique: true,
                filter: "\"PriceRuleId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_ModifierId",
                table: "Events",
                column: "ModifierId",
                filter: "\"ModifierId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            DishSearch.Drop(migrationBuilder);
            migrationBuilder.DropForeignKey(
                name: "FK_Events_Modifiers_ModifierId",
                table: "Events");

            migrationBuilder.DropForeignKey(
                name: "FK_Translations_DishSizes_DishSizeId",
                table: "Translations");

            migrationBuilder.DropForeignKey(
                name: "FK_Translations_PriceRules_PriceRuleId",
                table: "Translations");

            migrationBuilder.DropIndex(
                name: "IX_Translations_DishSizeId_Language",
                table: "Translations");

            migrationBuilder.DropIndex(
                name: "IX_Translations_PriceRuleId_Language",
                table: "Translations");

            migrationBuilder.DropIndex(
                name: "IX_Events_ModifierId",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "DishSizeId",
                table: "Translations");

            migrationBuilder.DropColumn(
                name: "PriceRuleId",
                table: "Translations");

            migrationBuilder.DropColumn(
                name: "ModifierId",
                table: "Events");
            DishSearch.Create(migrationBuilder);
        }
    }
}
