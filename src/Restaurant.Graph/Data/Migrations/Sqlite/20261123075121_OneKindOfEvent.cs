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
            // Said in SQL, since the table would be built anew for what SQLite does at once, and within the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Events" DROP COLUMN "Discriminator" """);
            migrationBuilder.Sql("""ALTER TABLE "Events" DROP COLUMN "MenuChanged_Discriminator" """);
            migrationBuilder.Sql("""ALTER TABLE "Events" DROP COLUMN "TicketChanged_Discriminator" """);
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
