using System.Globalization;
using Restaurant.Graph.Data.Startup;

namespace Restaurant.Graph.Data.Backups;

/// <summary>A folder with the back-ups of one restaurant. A file with a final name is whole and verified.</summary>
internal sealed class BackupFolder : IDisposable
{
    private const string Prefix = "restaurant-";
    private const string Partial = ".partial";
    private const string TimeFormat = "yyyyMMdd-HHmmss";

    private readonly string _path;
    private readonly string _extension;
    private readonly FileLock _lock;

    private BackupFolder(string path, string extension, FileLock held) => (_path, _extension, _lock) = (path, extension, held);

    /// <summary>Opens a folder, which is created if there is none, and removes what an interrupted run has left.</summary>
    public static BackupFolder Open(string path, string extension)
    {
        if (!Directory.Exists(path))
        {
            Create(path);
        }

        var held = FileLock.TryAcquire(Path.Combine(path, ".restaurant-backup-lock"))
            ?? throw new BackupException($"Another back-up to the folder '{path}' is running.");
        foreach (var leftover in Directory.EnumerateFiles(path, $"{Prefix}*{Partial}*"))
        {
            File.Delete(leftover);
        }

        return new BackupFolder(path, extension, held);
    }

    /// <summary>Creates the empty file that a back-up is written to, readable by its owner only.</summary>
    public string Begin(DateTimeOffset now)
    {
        var path = Path.Combine(_path, $"{Prefix}{now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}{_extension}{Partial}");
        if (File.Exists(path[..^Partial.Length]))
        {
            throw new BackupException($"There is a back-up '{path[..^Partial.Length]}' already.");
        }

        SqliteFile.Create(path);
        return path;
    }

    /// <summary>Writes a verified back-up through to the disk, and gives it its final name.</summary>
    public static string Complete(string partial)
    {
        using (var file = File.OpenHandle(partial, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(file);
        }

        var path = partial[..^Partial.Length];
        File.Move(partial, path);
        return path;
    }

    /// <summary>Removes the oldest back-ups beyond a number; those of the other database are left.</summary>
    /// <returns>What was removed.</returns>
    public IReadOnlyList<string> Rotate(int keep)
    {
        string[] old = [.. Directory.EnumerateFiles(_path, $"{Prefix}*{_extension}").Where(IsBackup).OrderDescending(StringComparer.Ordinal).Skip(keep)];
        Array.ForEach(old, File.Delete);
        return old;
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private static void Create(string path)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    // A file that the operator has put there under a name of their own is not removed.
    private static bool IsBackup(string path) => DateTime.TryParseExact(
        Path.GetFileNameWithoutExtension(path)[Prefix.Length..], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
