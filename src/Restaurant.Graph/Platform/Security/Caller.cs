using System.Net;
using Microsoft.AspNetCore.Connections.Features;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Who asks over a connection, and from where: remembered there, since the next request is almost always by the same.</summary>
/// <param name="Known">Who they are.</param>
/// <param name="Address">From where they ask.</param>
/// <param name="Viewer">The one with the other.</param>
internal sealed record Caller(Viewer Known, IPAddress? Address, Viewer Viewer)
{
    private static readonly object Key = new();

    /// <summary>Somebody with the address from which they ask.</summary>
    public static Viewer Of(HttpContext http, Viewer viewer)
    {
        var (items, address) = (http.Features.Get<IConnectionItemsFeature>()?.Items, http.Connection.RemoteIpAddress);
        if (items is not null && items.TryGetValue(Key, out var item) && item is Caller last && ReferenceEquals(last.Known, viewer) && Equals(last.Address, address))
        {
            return last.Viewer;
        }

        var caller = new Caller(viewer, address, viewer with { Address = address?.ToString() });
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
}
