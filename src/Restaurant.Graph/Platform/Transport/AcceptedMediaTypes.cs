using System.Runtime.InteropServices;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The media types that a client accepts, by its header <c>Accept</c>.</summary>
/// <param name="Json">The JSON media type that the client prefers; null if it accepts neither.</param>
/// <param name="IsStreamAccepted">Whether it accepts server-sent events, which a subscription needs.</param>
/// <param name="IsStreamPreferred">Whether it prefers them for every operation.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AcceptedMediaTypes(string? Json, bool IsStreamAccepted, bool IsStreamPreferred)
{
    /// <summary>Whether nothing that the server can send is accepted.</summary>
    public bool IsEmpty => Json is null && !IsStreamAccepted;

    /// <summary>The media type of what cannot be streamed, errors of requests among it.</summary>
    public string JsonOrDefault => Json ?? MediaTypes.Json;
}
