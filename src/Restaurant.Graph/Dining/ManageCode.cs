using System.Security.Cryptography;
using System.Text;

namespace Restaurant.Graph.Dining;

/// <summary>What whoever has reserved calls it off by. The store has only what it is told by, so nobody who reads there can use it.</summary>
internal static class ManageCode
{
    private const int Bytes = 16;

    /// <summary>A code that nobody can guess.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What a code is told by.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
