using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Discounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "Discount", table: "Orders", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<int>(name: "DiscountBasisPoints", table: "Orders", type: "INTEGER", nullable: true);
            migrationBuilder.AddColumn<long>(name: "DiscountMinorUnits", table: "Orders", type: "INTEGER", nullable: true);
            migrationBuilder.AddColumn<string>(name: "DiscountReason", table: "Orders", type: "TEXT", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Discount", table: "Orders");
            migrationBuilder.DropColumn(name: "DiscountBasisPoints", table: "Orders");
            migrationBuilder.DropColumn(name: "DiscountMinorUnits", table: "Orders");
            migrationBuilder.DropColumn(name: "DiscountReason", table: "Orders");
        }
    }
}
