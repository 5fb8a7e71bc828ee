using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Keys of secrets. Each has an id by which a token says which one has signed it, and which gives nothing of the secret away.</summary>
internal static class SigningKey
{
    private const int IdLength = 16;

    /// <summary>The key of a secret.</summary>
    public static SymmetricSecurityKey Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return new SymmetricSecurityKey(bytes) { KeyId = Convert.ToHexStringLower(SHA256.HashData(SHA256.HashData(bytes)))[..IdLength] };
    }
}
