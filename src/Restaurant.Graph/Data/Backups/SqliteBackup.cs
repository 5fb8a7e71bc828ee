using Microsoft.Data.Sqlite;
using Restaurant.Graph.Data.Checking;
using SQLitePCL;

namespace Restaurant.Graph.Data.Backups;

/// <summary>Copies a SQLite file as it is at one moment, while servers write to it.</summary>
internal sealed class SqliteBackup(string connectionString) : DatabaseBackup
{
    private const string LastEvent = """SELECT coalesce(max("Number"), 0) FROM "Events" """;

    /// <inheritdoc />
    public override string Extension => ".db";

    /// <inheritdoc />
    public override async Task WriteAsync(string path, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var last = 0L;
        await using (var source = new SqliteConnection(connectionString))
        {
            await source.OpenAsync(cancellationToken);
            last = (long)Scalar(source, LastEvent)!;

            // Not the backup API of SQLite, which starts again whenever another process writes.
            var copying = Task.Run(() => Scalar(source, $"VACUUM INTO '{path.Replace("'", "''", StringComparison.Ordinal)}'"), CancellationToken.None);
            await using var interruption = cancellationToken.Register(() => raw.sqlite3_interrupt(source.Handle));
            while (await Task.WhenAny(copying, Task.Delay(ReportInterval, CancellationToken.None)) != copying)
            {
                progress.Report(FormattableString.Invariant($"{new FileInfo(path).Length / 1e6:N1} MB written"));
            }

            await copying;
        }

        progress.Report("verifying");
        Verify(path, last);
    }

    // integrity_check alone passes for a file without tables.
    private static void Verify(string path, long lastEvent)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        copy.Open();
        if (StorageChecks.Sqlite.Select(check => Scalar(copy, check.Sql)).FirstOrDefault(static fault => fault is not null) is { } found)
        {
            throw new BackupException($"The copy is not whole, and was removed: {found}. Check the database: 'database check'.");
        }

        if (Scalar(copy, LastEvent) is not long last || last < lastEvent)
        {
            throw new BackupException("The copy lacks events that the database has, and was removed. Try again, and check the disk of the folder.");
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command.ExecuteScalar();
    }
}
