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
}
