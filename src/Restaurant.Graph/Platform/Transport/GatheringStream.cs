using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>
/// A connection on which several messages can be sent at once: what costs time is not to write a message but to call the system for it.
/// </summary>
/// <param name="connection">The connection.</param>
internal sealed class GatheringStream(Stream connection) : Stream
{
    private Utf8Buffer? _gathered;

    /// <summary>Whether what is written waits for what comes next. Only who has the turn to write may say so.</summary>
    public bool IsGathering { get; set; }

    /// <summary>How many bytes wait.</summary>
    public int Gathered => _gathered?.Length ?? 0;

    /// <summary>
    /// Reads and discards until the client closes the connection. A connection that is closed with unread bytes is reset,
    /// which would take the Close frame away from the client.
    /// </summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        try
        {
            while (await connection.ReadAsync(buffer, cancellationToken) > 0)
            {
            }
        }
        catch (IOException)
        {
            // The client has closed the connection with a reset.
        }
    }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        connection.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_gathered is null && !IsGathering)
        {
            return connection.WriteAsync(buffer, cancellationToken);
        }

        (_gathered ??= new Utf8Buffer()).Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (IsGathering)
        {
            return;
        }

        if (_gathered is { } gathered)
        {
            _gathered = null;
            using (gathered)
            {
                await connection.WriteAsync(gathered.Memory, cancellationToken);
            }
        }

        await connection.FlushAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        // The socket disposes it when a frame is broken. The connection stays open for the Close frame, and ends with its request.
        if (disposing)
        {
            _gathered?.Dispose();
        }

        base.Dispose(disposing);
    }
}
