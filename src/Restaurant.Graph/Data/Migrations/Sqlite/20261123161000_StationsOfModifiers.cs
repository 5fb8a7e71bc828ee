using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StationsOfModifiers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By itself: EF Core would build the table anew for a column that refers to another table.
            migrationBuilder.Sql("""
                ALTER TABLE "Modifiers" ADD COLUMN "StationId" INTEGER NULL
                CONSTRAINT "FK_Modifiers_Stations_StationId" REFERENCES "Stations" ("Id") ON DELETE RESTRICT
                """);
            migrationBuilder.CreateIndex(name: "IX_Modifiers_StationId", table: "Modifiers", column: "StationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "FK_Modifiers_Stations_StationId", table: "Modifiers");
            migrationBuilder.DropIndex(name: "IX_Modifiers_StationId", table: "Modifiers");
            migrationBuilder.DropColumn(name: "StationId", table: "Modifiers");
        }
    }
}
