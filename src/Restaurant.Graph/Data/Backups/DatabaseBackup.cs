namespace Restaurant.Graph.Data.Backups;

/// <summary>Back-up of a running database into one file.</summary>
internal abstract class DatabaseBackup
{
    /// <summary>How often progress is reported.</summary>
    protected static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>The extension of its files.</summary>
    public abstract string Extension { get; }

    /// <summary>Writes the database, as it is at one moment, into an empty file, and verifies the file.</summary>
    /// <exception cref="BackupException">It cannot be written, or is not whole.</exception>
    public abstract Task WriteAsync(string path, IProgress<string> progress, CancellationToken cancellationToken);
}
