using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Restaurant.Graph.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AreasAndReservations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Areas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Areas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Reservations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: true),
                    PartySize = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    TableId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reservations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reservations_Tables_TableId",
                        column: x => x.TableId,
                        principalTable: "Tables",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Said in SQL, since the tables would be built anew for what SQLite does at once, and within the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Tables" ADD COLUMN "AreaId" INTEGER NULL CONSTRAINT "FK_Tables_Areas_AreaId" REFERENCES "Areas" ("Id") ON DELETE RESTRICT""");
            migrationBuilder.Sql("""ALTER TABLE "Tables" ADD COLUMN "Status" TEXT NOT NULL DEFAULT 'AVAILABLE'""");
            migrationBuilder.Sql("""ALTER TABLE "Tables" ADD COLUMN "Version" INTEGER NOT NULL DEFAULT 1""");
            migrationBuilder.Sql("""ALTER TABLE "Visits" ADD COLUMN "MergedIntoId" INTEGER NULL CONSTRAINT "FK_Visits_Visits_MergedIntoId" REFERENCES "Visits" ("Id") ON DELETE RESTRICT""");
            migrationBuilder.Sql("""ALTER TABLE "Visits" ADD COLUMN "PartySize" INTEGER NULL""");
            migrationBuilder.Sql("""ALTER TABLE "Visits" ADD COLUMN "ReservationId" INTEGER NULL CONSTRAINT "FK_Visits_Reservations_ReservationId" REFERENCES "Reservations" ("Id") ON DELETE RESTRICT""");
            migrationBuilder.Sql("""ALTER TABLE "Visits" ADD COLUMN "Status" TEXT NOT NULL DEFAULT 'OPEN'""");
            migrationBuilder.Sql("""ALTER TABLE "Visits" ADD COLUMN "Version" INTEGER NOT NULL DEFAULT 1""");
            migrationBuilder.Sql("""ALTER TABLE "Events" ADD COLUMN "PreviousReservationStatus" TEXT NULL""");
            migrationBuilder.Sql("""ALTER TABLE "Events" ADD COLUMN "PreviousTableStatus" TEXT NULL""");
            migrationBuilder.Sql("""ALTER TABLE "Events" ADD COLUMN "ReservationId" INTEGER NULL CONSTRAINT "FK_Events_Reservations_ReservationId" REFERENCES "Reservations" ("Id") ON DELETE CASCADE""");
            migrationBuilder.Sql("""ALTER TABLE "Events" ADD COLUMN "ReservationStatus" TEXT NULL""");
            migrationBuilder.Sql("""ALTER TABLE "Events" ADD COLUMN "TableId" INTEGER NULL CONSTRAINT "FK_Events_Tables_TableId" REFERENCES "Tables" ("Id") ON DELETE CASCADE""");
            migrationBuilder.Sql("""ALTER TABLE "Events" ADD COLUMN "TableStatus" TEXT NULL""");
            migrationBuilder.Sql("""ALTER TABLE "Events" ADD COLUMN "VisitId" INTEGER NULL CONSTRAINT "FK_Events_Visits_VisitId" REFERENCES "Visits" ("Id") ON DELETE CASCADE""");

            // Areas are in the order in which tables name them.
            migrationBuilder.Sql("""INSERT INTO "Areas" ("Name", "Position") SELECT "Area", row_number() OVER (ORDER BY min("Position")) - 1 FROM "Tables" WHERE NOT "IsRetired" GROUP BY "Area" """);
            migrationBuilder.Sql("""UPDATE "Tables" SET "AreaId" = (SELECT "Id" FROM "Areas" WHERE "Name" = "Area") WHERE NOT "IsRetired" """);
            migrationBuilder.Sql("""ALTER TABLE "Tables" DROP COLUMN "Area" """);

            // Of several parties at one table, which could be, all but the last have left.
            migrationBuilder.Sql("""UPDATE "Visits" SET "ClosedAt" = "StartedAt" WHERE "ClosedAt" IS NULL AND "TableId" IS NOT NULL AND "Id" <> (SELECT max("Id") FROM "Visits" AS "other" WHERE "other"."TableId" = "Visits"."TableId" AND "other"."ClosedAt" IS NULL)""");
            migrationBuilder.Sql("""UPDATE "Visits" SET "Status" = 'CLOSED' WHERE "ClosedAt" IS NOT NULL""");
            migrationBuilder.Sql("""UPDATE "Tables" SET "Status" = 'OCCUPIED' WHERE "Id" IN (SELECT "TableId" FROM "Visits" WHERE "ClosedAt" IS NULL)""");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_MergedIntoId",
                table: "Visits",
                column: "MergedIntoId",
                filter: "\"MergedIntoId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_OpenTableId",
                table: "Visits",
                column: "TableId",
                unique: true,
                filter: "\"TableId\" IS NOT NULL AND \"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_ReservationId",
                table: "Visits",
                column: "ReservationId",
                filter: "\"ReservationId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tables_AreaId",
                table: "Tables",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_ReservationId",
                table: "Events",
                column: "ReservationId",
                filter: "\"ReservationId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_TableId",
                table: "Events",
                column: "TableId",
                filter: "\"TableId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_VisitId",
                table: "Events",
                column: "VisitId",
                filter: "\"VisitId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Areas_Name",
                table: "Areas",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_CodeHash",
                table: "Reservations",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_Status_StartsAt",
                table: "Reservations",
                columns: new[] { "Status", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_TableId",
                table: "Reservations",
                column: "TableId",
                filter: "\"TableId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""ALTER TABLE "Tables" ADD COLUMN "Area" TEXT NOT NULL DEFAULT ''""");
            migrationBuilder.Sql("""UPDATE "Tables" SET "Area" = coalesce((SELECT "Name" FROM "Areas" WHERE "Areas"."Id" = "AreaId"), '')""");

            migrationBuilder.DropForeignKey(
                name: "FK_Events_Reservations_ReservationId",
                table: "Events");

            migrationBuilder.DropForeignKey(
                name: "FK_Events_Tables_TableId",
                table: "Events");

            migrationBuilder.DropForeignKey(
                name: "FK_Events_Visits_VisitId",
                table: "Events");

            migrationBuilder.DropForeignKey(
                name: "FK_Tables_Areas_AreaId",
                table: "Tables");

            migrationBuilder.DropForeignKey(
                name: "FK_Visits_Reservations_ReservationId",
                table: "Visits");

            migrationBuilder.DropForeignKey(
                name: "FK_Visits_Visits_MergedIntoId",
                table: "Visits");

            migrationBuilder.DropTable(
                name: "Areas");

            migrationBuilder.DropTable(
                name: "Reservations");

            migrationBuilder.DropIndex(
                name: "IX_Visits_MergedIntoId",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Visits_OpenTableId",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Visits_ReservationId",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Tables_AreaId",
                table: "Tables");

            migrationBuilder.DropIndex(
                name: "IX_Events_ReservationId",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_TableId",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_VisitId",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "PartySize",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "ReservationId",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "AreaId",
                table: "Tables");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Tables");

            migrationBuilder.DropColumn(
                name: "PreviousReservationStatus",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "PreviousTableStatus",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "ReservationId",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "ReservationStatus",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "TableId",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "TableStatus",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "VisitId",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Tables");
        }
    }
}
