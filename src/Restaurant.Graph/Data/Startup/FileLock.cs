namespace Restaurant.Graph.Data.Startup;

/// <summary>An exclusive lock on a file (flock), which the operating system releases when the process ends, however it ends.</summary>
internal sealed class FileLock : IDisposable
{
    // EWOULDBLOCK on Linux and macOS, and ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null if another process holds it. The file stays: removing it would let two processes lock two files of one name.</summary>
    public static FileLock? TryAcquire(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, SqliteFile.Options(FileMode.OpenOrCreate, FileShare.None)));
        }
        catch (IOException fault) when (Held.Contains(fault.HResult))
        {
            return null;
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new IOException($"The lock file '{path}' cannot be opened for writing: give it to the user of the server.", fault);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
