using System.Net;
using System.Net.Sockets;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Names the network of a client, by which limits count: an IPv4 address, or the /64 of an IPv6 address.</summary>
internal static class ClientNetwork
{
    private const int PrefixBytes = 8;
    private const int AddressBytes = 16;

    /// <summary>Gets the network of an address; null if the address is not known.</summary>
    public static string? From(IPAddress? address)
    {
        if (address is null or { AddressFamily: not AddressFamily.InterNetworkV6 })
        {
            return address?.ToString();
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        // One customer of a provider has a whole /64, and with it as many addresses as they like.
        Span<byte> bytes = stackalloc byte[AddressBytes];
        address.TryWriteBytes(bytes, out _);
        bytes[PrefixBytes..].Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
