using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FiredAt",
                table: "OrderLines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VoidedAt",
                table: "OrderLines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_QueuedAt",
                table: "Tickets",
                column: "QueuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_OccurredAt",
                table: "StockMovements",
                column: "OccurredAt",
                filter: "\"Kind\" = 'WASTE'");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CreatedAt",
                table: "Refunds",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_VoidedAt",
                table: "OrderLines",
                column: "VoidedAt",
                filter: "\"VoidedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tickets_QueuedAt",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_StockMovements_OccurredAt",
                table: "StockMovements");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_CreatedAt",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_OrderLines_VoidedAt",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "FiredAt",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "OrderLines");
        }
    }
}
