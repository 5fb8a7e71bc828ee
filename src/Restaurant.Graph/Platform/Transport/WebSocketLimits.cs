using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Bounds of a WebSocket, from the section <c>WebSocket</c> of the configuration.</summary>
public sealed class WebSocketLimits
{
    /// <summary>How long a client may take to send <c>connection_init</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest message from a client, in bytes.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxMessageBytes { get; init; } = 256 * 1024;

    /// <summary>How many operations a socket may carry at once.</summary>
    [Range(1, 10_000)]
    public int MaxOperations { get; init; } = 100;

    /// <summary>How long a message may wait for a client to read; then the socket is cut.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a client is asked whether it is there, by a ping of the WebSocket protocol.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a client may take to answer such a ping; then the socket is cut.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
