using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TranslationsAndSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Translations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    MenuId = table.Column<long>(type: "INTEGER", nullable: true),
                    CategoryId = table.Column<long>(type: "INTEGER", nullable: true),
                    DishId = table.Column<long>(type: "INTEGER", nullable: true),
                    ModifierGroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    ModifierId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Translations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Translations_Categories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Translations_Dishes_DishId",
                        column: x => x.DishId,
                        principalTable: "Dishes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Translations_Menus_MenuId",
                        column: x => x.MenuId,
                        principalTable: "Menus",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Translations_ModifierGroups_ModifierGroupId",
                        column: x => x.ModifierGroupId,
                        principalTable: "ModifierGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Translations_Modifiers_ModifierId",
                        column: x => x.ModifierId,
                        principalTable: "Modifiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Translations_CategoryId_Language",
                table: "Translations",
                columns: new[] { "CategoryId", "Language" },
                unique: true,
                filter: "\"CategoryId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Translations_DishId_Language",
                table: "Translations",
                columns: new[] { "DishId", "Language" },
                unique: true,
                filter: "\"DishId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Translations_Language",
                table: "Translations",
                column: "Language");

            migrationBuilder.CreateIndex(
                name: "IX_Translations_MenuId_Language",
                table: "Translations",
                columns: new[] { "MenuId", "Language" },
                unique: true,
                filter: "\"MenuId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Translations_ModifierGroupId_Language",
                table: "Translations",
                columns: new[] { "ModifierGroupId", "Language" },
                unique: true,
                filter: "\"ModifierGroupId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Translations_ModifierId_Language",
                table: "Translations",
                columns: new[] { "ModifierId", "Language" },
                unique: true,
                filter: "\"ModifierId\" IS NOT NULL");

            DishSearch.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            DishSearch.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "Translations");
        }
    }
}
