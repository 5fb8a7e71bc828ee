using System.Text.Json;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>What is in the messages of clients.</summary>
internal static class SocketMessage
{
    /// <summary>Whether the payload of a message is an object, null or not there.</summary>
    public static bool HasObjectOrNoPayload(this JsonElement message) =>
        !message.TryGetProperty("payload", out var payload) || payload.ValueKind is JsonValueKind.Object or JsonValueKind.Null;

    /// <summary>A text of a message; null if it has none of this name.</summary>
    /// <exception cref="ProtocolViolation">The text is no Unicode.</exception>
    public static string? TextOf(this JsonElement message, string name)
    {
        try
        {
            return message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            throw new ProtocolViolation(CloseCode.BadMessage, "Message has text that is not Unicode");
        }
    }
}
