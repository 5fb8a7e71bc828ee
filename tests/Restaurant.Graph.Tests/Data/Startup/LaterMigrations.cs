using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;

namespace Restaurant.Graph.Tests.Data.Startup;

#pragma warning disable EF1001 // A release that is yet to come is made of the migrations of this one.

/// <summary>The migrations of a release to come: those that there are, and two more.</summary>
internal sealed class LaterMigrations(
    ICurrentDbContext context, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> logger)
    : MigrationsAssembly(context, options, ids, logger)
{
    public override IReadOnlyDictionary<string, TypeInfo> Migrations => new SortedDictionary<string, TypeInfo>(base.Migrations.ToDictionary(), StringComparer.Ordinal)
    {
        ["29990101000000_One"] = typeof(One).GetTypeInfo(),
        ["29990102000000_Two"] = typeof(Two).GetTypeInfo(),
    };

    public static void AddTo(IServiceCollection services) => services
        .ConfigureDbContext<SqliteDb>(static options => options.ReplaceService<IMigrationsAssembly, LaterMigrations>())
        .ConfigureDbContext<PostgreSqlDb>(static options => options.ReplaceService<IMigrationsAssembly, LaterMigrations>());

    [Migration("29990101000000_One")]
    private sealed class One : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""CREATE TABLE "Later" ("Id" bigint PRIMARY KEY, "Name" text NOT NULL)""");
            migrationBuilder.Sql("""INSERT INTO "Later" SELECT "Id", "Name" FROM "Dishes" """);
        }
    }

    [Migration("29990102000000_Two")]
    private sealed class Two : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""ALTER TABLE "Later" ADD COLUMN "Length" bigint""");
            migrationBuilder.Sql("""UPDATE "Later" SET "Length" = length("Name")""");
        }
    }
}
#pragma warning restore EF1001
