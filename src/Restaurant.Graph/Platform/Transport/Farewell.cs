using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>What a stopping server tells a client: where its streams have come to, so that it can go on elsewhere.</summary>
internal static class Farewell
{
    /// <summary>Tells it; false if the client does not read, for which nobody waits.</summary>
    public static async Task<bool> TryTellAsync(WebSocketConnection connection, ConcurrentDictionary<string, WebSocketOperation> operations)
    {
        try
        {
            await TellAsync(connection, operations).WaitAsync(WebSocketConnection.CloseTimeout);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // A ping carries what a client may want to know, without ending what it will go on with elsewhere. It tells what was sent, so all is sent before.
    private static async Task TellAsync(WebSocketConnection connection, ConcurrentDictionary<string, WebSocketOperation> operations)
    {
        await Task.WhenAll(operations.Values.Select(operation => operation.Completion));
        var cursors = operations.Where(operation => operation.Value.Cursor is not null).ToDictionary(operation => operation.Key, operation => operation.Value.Cursor);
        if (cursors.Count > 0)
        {
            try
            {
                await connection.SendAsync("ping", null, new { cursors }, CancellationToken.None);
            }
            catch (WebSocketException)
            {
                // The client is gone before the server.
            }
        }
    }
}
