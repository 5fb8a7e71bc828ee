using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StockAndAllergies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Allergies",
                table: "Visits",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "StockMovements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "StockMovements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Allergies",
                table: "Orders",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "AcknowledgedAllergens",
                table: "OrderLines",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Allergens",
                table: "OrderLines",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "IsAvailable",
                table: "Modifiers",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Allergens",
                table: "Ingredients",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "LargestPortion",
                table: "Ingredients",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ReorderPoint",
                table: "Ingredients",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Said in SQL, since the table would be built anew for what SQLite does at once, and within the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Events" ADD COLUMN "IngredientId" INTEGER NULL CONSTRAINT "FK_Events_Ingredients_IngredientId" REFERENCES "Ingredients" ("Id") ON DELETE RESTRICT """);

            migrationBuilder.AddColumn<bool>(
                name: "IsLow",
                table: "Events",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OnHand",
                table: "Events",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reserved",
                table: "Events",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StockCause",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasLow",
                table: "Events",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMarkedUnavailable",
                table: "Dishes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSoldOut",
                table: "Dishes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Detail",
                table: "AuditEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ModifierRecipeItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ModifierId = table.Column<long>(type: "INTEGER", nullable: false),
                    IngredientId = table.Column<long>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModifierRecipeItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModifierRecipeItems_Ingredients_IngredientId",
                        column: x => x.IngredientId,
                        principalTable: "Ingredients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ModifierRecipeItems_Modifiers_ModifierId",
                        column: x => x.ModifierId,
                        principalTable: "Modifiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Events_IngredientId",
                table: "Events",
                column: "IngredientId",
                filter: "\"IngredientId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ModifierRecipeItems_IngredientId",
                table: "ModifierRecipeItems",
                column: "IngredientId");

            migrationBuilder.CreateIndex(
                name: "IX_ModifierRecipeItems_ModifierId",
                table: "ModifierRecipeItems",
                column: "ModifierId");

            // Until now a dish was taken off by hand alone, and what there was too little of was found out by those who ordered it.
            migrationBuilder.Sql("""UPDATE "Dishes" SET "IsMarkedUnavailable" = 1 WHERE NOT "IsAvailable" AND "CategoryId" IS NOT NULL """);
            migrationBuilder.Sql(
                """
                UPDATE "Dishes" SET "IsSoldOut" = 1, "IsAvailable" = 0 WHERE EXISTS (
                    SELECT 1 FROM "RecipeItems" AS "r" JOIN "Ingredients" AS "i" ON "i"."Id" = "r"."IngredientId"
                    WHERE "r"."DishId" = "Dishes"."Id" AND "i"."OnHand" - "i"."Reserved" < "r"."Quantity")
                """);
            migrationBuilder.Sql(
                """
                UPDATE "Ingredients" SET "LargestPortion" = coalesce(
                    (SELECT max("r"."Quantity") FROM "RecipeItems" AS "r" WHERE "r"."IngredientId" = "Ingredients"."Id"), 0)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Events_Ingredients_IngredientId",
                table: "Events");

            migrationBuilder.DropTable(
                name: "ModifierRecipeItems");

            migrationBuilder.DropIndex(
                name: "IX_Events_IngredientId",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Allergies",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "StockMovements");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "StockMovements");

            migrationBuilder.DropColumn(
                name: "Allergies",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "AcknowledgedAllergens",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "Allergens",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "IsAvailable",
                table: "Modifiers");

            migrationBuilder.DropColumn(
                name: "Allergens",
                table: "Ingredients");

            migrationBuilder.DropColumn(
                name: "LargestPortion",
                table: "Ingredients");

            migrationBuilder.DropColumn(
                name: "ReorderPoint",
                table: "Ingredients");

            migrationBuilder.DropColumn(
                name: "IngredientId",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "IsLow",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "OnHand",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Reserved",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "StockCause",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "WasLow",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "IsMarkedUnavailable",
                table: "Dishes");

            migrationBuilder.DropColumn(
                name: "IsSoldOut",
                table: "Dishes");

            migrationBuilder.DropColumn(
                name: "Detail",
                table: "AuditEntries");
        }
    }
}
