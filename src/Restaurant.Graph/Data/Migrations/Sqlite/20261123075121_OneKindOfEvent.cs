using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneKindOfEvent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Discriminator",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "MenuChanged_Discriminator",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "TicketChanged_Discriminator",
                table: "Events");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Discriminator",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MenuChanged_Discriminator",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TicketChanged_Discriminator",
                table: "Events",
                type: "TEXT",
                nullable: true);
        }
    }
}
