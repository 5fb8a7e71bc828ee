using Microsoft.Data.Sqlite;

namespace Restaurant.Graph.Data.Startup;

/// <summary>The file of a SQLite database.</summary>
internal static class SqliteFile
{
    private const string UriPrefix = "file:";
    private const string Memory = ":memory:";

    /// <summary>The mode of new files: the database holds names, telephone numbers and hashes of secrets.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Returns the full path of the file that a connection string names; null for a database in memory.</summary>
    public static string? PathOf(string? connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        var source = settings.DataSource;
        if (settings.Mode == SqliteOpenMode.Memory || source.Length == 0 || source.Contains(Memory, StringComparison.Ordinal) || source.Contains("mode=memory", StringComparison.Ordinal))
        {
            return null;
        }

        return Path.GetFullPath(source.StartsWith(UriPrefix, StringComparison.Ordinal) ? FromUri(source) : source);
    }

    /// <summary>
    /// Creates an empty file that only its owner can read, if there is none and the connection string allows to create one. SQLite gives the files
    /// beside it (<c>-wal</c>, <c>-shm</c>, <c>-journal</c>) the same mode.
    /// </summary>
    public static void CreateFor(string? connectionString)
    {
        if (PathOf(connectionString) is { } path && new SqliteConnectionStringBuilder(connectionString).Mode == SqliteOpenMode.ReadWriteCreate && !Path.Exists(path))
        {
            Create(path);
        }
    }

    /// <summary>Creates an empty file that only its owner can read, unless another process has just created it.</summary>
    public static void Create(string path)
    {
        try
        {
            new FileStream(path, Options(FileMode.CreateNew, FileShare.ReadWrite)).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other process made it in the same way.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The database cannot be created: {path}: {Reason(fault, path)}", fault);
        }
    }

    /// <summary>Whether users beside the owner and the group of a file can read it.</summary>
    public static bool IsReadableByOthers(string path) => !OperatingSystem.IsWindows() && File.Exists(path) && File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherRead);

    /// <summary>How a file that only its owner can read is opened.</summary>
    public static FileStreamOptions Options(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private static string Reason(Exception fault, string path) => fault switch
    {
        DirectoryNotFoundException => $"there is no folder '{Path.GetDirectoryName(path)}'.",
        UnauthorizedAccessException => $"this user may not write to the folder '{Path.GetDirectoryName(path)}'.",
        _ => fault.Message,
    };

    private static string FromUri(string source)
    {
        var path = Uri.UnescapeDataString(source[UriPrefix.Length..].Split('?', '#')[0]);
        return path.StartsWith("//", StringComparison.Ordinal) ? path[path.IndexOf('/', 2)..] : path;
    }
}
