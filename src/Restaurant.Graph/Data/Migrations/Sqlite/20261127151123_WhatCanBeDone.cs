using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatCanBeDone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "LineStatuses", table: "Orders", type: "TEXT", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<long>(name: "Pending", table: "Orders", type: "INTEGER", nullable: false, defaultValue: 0L);

            // Both follow from what there is.
            migrationBuilder.Sql("""
                UPDATE "Orders" SET
                    "LineStatuses" = (SELECT coalesce(group_concat(DISTINCT "Status"), '') FROM "OrderLines" WHERE "OrderId" = "Orders"."Id"),
                    "Pending" = (SELECT coalesce(sum("Amount"), 0) FROM "Payments" WHERE "OrderId" = "Orders"."Id" AND "Status" = 'PENDING')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "LineStatuses", table: "Orders");
            migrationBuilder.DropColumn(name: "Pending", table: "Orders");
        }
    }
}
