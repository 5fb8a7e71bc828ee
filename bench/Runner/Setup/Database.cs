using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Runner.Setup;

/// <summary>A database that all contenders read: made by the product's own migrations and import, filled by a script, kept.</summary>
internal sealed class Database : IDatabase
{
    private readonly string _script;
    private readonly string? _copy;

    private Database(string script, string? copy = null) => (_script, _copy) = (script, copy);

    /// <summary>A menu and an evening's orders.</summary>
    public static Database Service { get; } = new("service");

    /// <summary>A menu and a million orders.</summary>
    public static Database Million { get; } = new("million");

    /// <summary>The file.</summary>
    public string File => _copy ?? Path.Combine(Paths.Data, Fingerprint(), $"{_script}.db");

    /// <inheritdoc />
    public string Address => File;

    /// <inheritdoc />
    public IReadOnlyList<string> Settings => [SettingFor(File)];

    /// <summary>Makes it if it is not there or the product's tables have changed.</summary>
    public async Task EnsureAsync()
    {
        if (System.IO.File.Exists(File))
        {
            return;
        }

        Console.WriteLine($"making {Path.GetRelativePath(Paths.Root, File)}");
        var directory = Path.GetDirectoryName(File)!;
        Directory.CreateDirectory(directory);
        var draft = File + ".draft";
        foreach (var leftover in Directory.EnumerateFiles(directory, Path.GetFileName(draft) + "*"))
        {
            System.IO.File.Delete(leftover);
        }

        var menu = Path.Combine(directory, "menu.json");
        await System.IO.File.WriteAllTextAsync(menu, BenchMenu.Text());
        await Command.RunAsync(Path.Combine(Paths.Published, "server", "Restaurant.Graph"), "menu", "import", menu, SettingFor(draft));
        await FillAsync(draft);
        System.IO.File.Move(draft, File);
    }

    /// <summary>The first column of a query.</summary>
    public async Task<IReadOnlyList<long>> KeysAsync(string sql)
    {
        await using var connection = await OpenAsync(File);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var keys = new List<long>();
        while (await reader.ReadAsync())
        {
            keys.Add(reader.GetInt64(0));
        }

        return keys;
    }

    /// <summary>A copy to write to, on the same disk. It has to be deleted.</summary>
    public async Task<Database> CopyAsync(string name)
    {
        var copy = new Database(_script, Path.Combine(Path.GetDirectoryName(File)!, $"{name}.copy.db"));
        copy.Delete();
        await ExecuteAsync(File, $"VACUUM INTO '{copy.File.Replace("'", "''", StringComparison.Ordinal)}'");
        await ExecuteAsync(copy.File, "PRAGMA journal_mode = WAL");
        return copy;
    }

    /// <summary>Deletes a copy.</summary>
    public void Delete()
    {
        var copy = _copy ?? throw new InvalidOperationException("Only copies are deleted.");
        Array.ForEach([copy, copy + "-wal", copy + "-shm"], System.IO.File.Delete);
    }

    /// <summary>A connection to a file.</summary>
    public static async Task<SqliteConnection> OpenAsync(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static string SettingFor(string file) => $"--ConnectionStrings:Restaurant=Data Source={file}";

    private Task FillAsync(string file) =>
        ExecuteAsync(file, $"BEGIN; {Resources.Text(_script + ".sql")}\nCOMMIT; PRAGMA wal_checkpoint(TRUNCATE);");

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = await OpenAsync(file);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private string Fingerprint()
    {
        var migrations = Directory.EnumerateFiles(Path.Combine(Paths.Product, "Data", "Migrations"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);
        var content = string.Concat(migrations.Append(BenchMenu.SeedFile).Select(System.IO.File.ReadAllText)) + Resources.Text(_script + ".sql");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12];
    }
}
