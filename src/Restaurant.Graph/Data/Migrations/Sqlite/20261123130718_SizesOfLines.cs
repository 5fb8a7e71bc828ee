using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SizesOfLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "Adjustment", table: "OrderLines", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<string>(name: "PriceRuleName", table: "OrderLines", type: "TEXT", nullable: true);
            migrationBuilder.AddColumn<int>(name: "RecipePercent", table: "OrderLines", type: "INTEGER", nullable: false, defaultValue: 100);
            migrationBuilder.AddColumn<string>(name: "SizeName", table: "OrderLines", type: "TEXT", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var column in new[] { "Adjustment", "PriceRuleName", "RecipePercent", "SizeName" })
            {
                migrationBuilder.Sql($"""ALTER TABLE "OrderLines" DROP COLUMN "{column}" """);
            }
        }
    }
}
