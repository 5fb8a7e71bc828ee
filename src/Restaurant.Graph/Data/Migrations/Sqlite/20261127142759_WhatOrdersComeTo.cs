using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatOrdersComeTo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "Authorized", table: "Orders", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<long>(name: "Refunded", table: "Orders", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.Sql("""
                UPDATE "Orders" SET
                "Authorized" = (SELECT coalesce(sum("Amount"), 0) FROM "Payments" WHERE "OrderId" = "Orders"."Id" AND "Status" = 'AUTHORIZED'),
                "Refunded" = (SELECT coalesce(sum("Payments"."Refunded"), 0) FROM "Payments" WHERE "OrderId" = "Orders"."Id" AND "Status" = 'CAPTURED')
                """);

            // What was called off came to nothing, but was not reckoned anew.
            migrationBuilder.Sql("""
                UPDATE "Orders" SET "Subtotal" = 0, "Tax" = 0, "TaxShares" = '[]', "ServiceCharge" = 0, "Rounding" = 0, "Total" = 0
                WHERE "Status" IN ('CANCELED', 'REJECTED', 'EXPIRED')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Authorized", table: "Orders");
            migrationBuilder.DropColumn(name: "Refunded", table: "Orders");
        }
    }
}
