using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Security;

/// <summary>
/// Computes keyed hashes of client networks, so that rows can be counted by network without storing an address. The key derives from the first
/// of <c>Auth:SigningKeys</c>: with another key earlier hashes match nothing.
/// </summary>
public sealed class NetworkHasher(IOptions<AuthOptions> options)
{
    private const int HashBytes = 16;

    private readonly byte[] _key = options.Value.SigningKeys is [var secret, ..]
        ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "client networks"u8)
        : RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    /// <summary>Computes the hash of a viewer's network; clients whose network is not known share one.</summary>
    public string HashOf(Viewer viewer) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(viewer.Network ?? "")).AsSpan(0, HashBytes));
}
