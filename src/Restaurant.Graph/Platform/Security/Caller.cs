using System.Net;
using Microsoft.AspNetCore.Connections.Features;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Who asks over a connection, from where and in which language: remembered there, since the next request is almost always by the same.</summary>
/// <param name="Known">Who they are.</param>
/// <param name="Address">From where they ask.</param>
/// <param name="Viewer">They, with all of that.</param>
internal sealed record Caller(Viewer Known, IPAddress? Address, Viewer Viewer)
{
    private static readonly object Key = new();

    /// <summary>Somebody, with what the request tells of them beside the token.</summary>
    public static Viewer Of(HttpContext http, Viewer viewer)
    {
        var (items, address) = (http.Features.Get<IConnectionItemsFeature>()?.Items, http.Connection.RemoteIpAddress);
        string? language = http.Request.Headers.AcceptLanguage;
        if (items is not null && items.TryGetValue(Key, out var item) && item is Caller last && last.Is(viewer, address, language))
        {
            return last.Viewer;
        }

        var caller = new Caller(viewer, address, viewer with { Address = address?.ToString(), Network = ClientNetwork.From(address), AcceptLanguage = language });
        if (items is not null)
        {
            // HTTP/2 has several requests on a connection at once.
            lock (items)
            {
                items[Key] = caller;
            }
        }

        return caller.Viewer;
    }

    private bool Is(Viewer viewer, IPAddress? address, string? language) =>
        ReferenceEquals(Known, viewer) && Equals(Address, address) && string.Equals(Viewer.AcceptLanguage, language, StringComparison.Ordinal);
}
