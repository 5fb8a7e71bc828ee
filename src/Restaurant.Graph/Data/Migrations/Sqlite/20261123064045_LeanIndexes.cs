using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LeanIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_TableId",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Events_DishId",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_OrderId_OrderVersion",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_StationId",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_TicketId",
                table: "Events");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TableId",
                table: "Orders",
                column: "TableId",
                filter: "\"TableId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_DishId",
                table: "Events",
                column: "DishId",
                filter: "\"DishId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_OrderId_OrderVersion",
                table: "Events",
                columns: new[] { "OrderId", "OrderVersion" },
                unique: true,
                filter: "\"OrderId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_StationId",
                table: "Events",
                column: "StationId",
                filter: "\"StationId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_TicketId",
                table: "Events",
                column: "TicketId",
                filter: "\"TicketId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_TableId",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Events_DishId",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_OrderId_OrderVersion",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_StationId",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_TicketId",
                table: "Events");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TableId",
                table: "Orders",
                column: "TableId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_DishId",
                table: "Events",
                column: "DishId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_OrderId_OrderVersion",
                table: "Events",
                columns: new[] { "OrderId", "OrderVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_StationId",
                table: "Events",
                column: "StationId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_TicketId",
                table: "Events",
                column: "TicketId");
        }
    }
}
