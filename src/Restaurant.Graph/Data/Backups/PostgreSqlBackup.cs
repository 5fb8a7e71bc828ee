using System.Globalization;
using Npgsql;

namespace Restaurant.Graph.Data.Backups;

/// <summary>Dumps a PostgreSQL database with <c>pg_dump</c> in its custom format, from one snapshot.</summary>
internal sealed class PostgreSqlBackup(string connectionString) : DatabaseBackup
{
    private const string Dump = "pg_dump";
    private const string Restore = "pg_restore";

    /// <inheritdoc />
    public override string Extension => ".dump";

    /// <inheritdoc />
    public override async Task WriteAsync(string path, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var dump = new ClientProgram(Dump, Environment(new NpgsqlConnectionStringBuilder(connectionString)));
        await dump.RunAsync(["--format=custom", "--no-password", "--verbose", $"--file={path}"], Report, cancellationToken);

        progress.Report("verifying");
        var contents = await new ClientProgram(Restore).RunAsync(["--list", path], static _ => { }, cancellationToken);
        if (!contents.Contains("TABLE DATA", StringComparison.Ordinal) || !contents.Contains("__EFMigrationsHistory", StringComparison.Ordinal))
        {
            throw new BackupException("The dump holds no tables of a restaurant, and was removed.");
        }

        // The list stands at the beginning; this reads and decompresses all rows.
        await new ClientProgram(Restore).RunAsync([$"--file={(OperatingSystem.IsWindows() ? "NUL" : "/dev/null")}", path], static _ => { }, cancellationToken);

        // Lines such as: pg_dump: dumping contents of table "public.Orders"
        void Report(string line)
        {
            if (line.Contains("dumping contents", StringComparison.Ordinal))
            {
                progress.Report(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            }
        }
    }

    // Through the environment, where other users of the machine cannot read it as they can arguments.
    private static Dictionary<string, string?> Environment(NpgsqlConnectionStringBuilder connection) => new(StringComparer.Ordinal)
    {
        ["PGHOST"] = connection.Host,
        ["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture),
        ["PGDATABASE"] = connection.Database ?? connection.Username,
        ["PGUSER"] = connection.Username,
        ["PGPASSWORD"] = connection.Password,
        ["PGPASSFILE"] = connection.Passfile,
        ["PGSSLMODE"] = SslMode(connection.SslMode),
        ["PGSSLROOTCERT"] = connection.RootCertificate,
        ["PGSSLCERT"] = connection.SslCertificate,
        ["PGSSLKEY"] = connection.SslKey,
        ["PGAPPNAME"] = "restaurant-graph backup",
    };

    private static string SslMode(SslMode mode) => mode switch
    {
        Npgsql.SslMode.VerifyCA => "verify-ca",
        Npgsql.SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
