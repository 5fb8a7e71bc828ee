using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TicketVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
            migrationBuilder.Sql("""UPDATE "Tickets" SET "Version" = (SELECT count(*) FROM "Events" WHERE "TicketId" = "Tickets"."Id")""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Version",
                table: "Tickets");
        }
    }
}
