using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Data.Copying;

/// <summary>Where a restaurant is copied from or to.</summary>
/// <param name="Provider">What holds it.</param>
/// <param name="Address">The file, or how the database is reached.</param>
internal sealed record CopyPlace(DatabaseProvider Provider, string Address)
{
    /// <summary>What can be named, for people.</summary>
    public const string Form = "sqlite:FILE or a connection string of PostgreSQL with a Host and a Database";

    private const string FilePrefix = "sqlite:";

    /// <summary>What somebody may have meant who named a file alone; nothing for anything else, in which there may be a password.</summary>
    public static string Hint(string text) =>
        !text.Contains(':', StringComparison.Ordinal) && (Path.GetExtension(text) is ".db" or ".sqlite" or ".sqlite3" || File.Exists(text)) ? $" Did you mean {FilePrefix}{text}?" : "";

    /// <summary>Reads one as it is given on the command line.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CopyPlace? place)
    {
        place = text.StartsWith(FilePrefix, StringComparison.OrdinalIgnoreCase)
            ? text.Length > FilePrefix.Length ? new(DatabaseProvider.Sqlite, Path.GetFullPath(text[FilePrefix.Length..])) : null
            : IsConnectionString(text) ? new(DatabaseProvider.PostgreSql, text) : null;
        return place is not null;
    }

    /// <summary>Opens what is there.</summary>
    public CopyStore Open(CopySide side) => Provider == DatabaseProvider.Sqlite ? SqliteStore.Open(Address, side) : PostgreSqlStore.Open(Address);

    /// <summary>What can be said of it aloud: no password is in it.</summary>
    public override string ToString()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            return Address;
        }

        var parts = new NpgsqlConnectionStringBuilder(Address);
        return $"{parts.Host}:{parts.Port}/{parts.Database}";
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0, Database.Length: > 0 };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return false;
        }
    }
}

/// <summary>What a place is to a copy.</summary>
internal enum CopySide
{
    /// <summary>Where it is read.</summary>
    Source,

    /// <summary>Where it is written.</summary>
    Target,
}
