using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Restaurant.Bench.Runner;

/// <summary>Who asks: a waiter, whom the product knows by a token (RFC 7519). The others take no notice of it.</summary>
internal static class Waiter
{
    private const string Key = "a secret that is good for measuring and nothing else";

    /// <summary>The setting by which the product takes the token.</summary>
    public const string Setting = $"--Auth:SigningKeys:0={Key}";

    /// <summary>The token as a header has it.</summary>
    public static string Authorization { get; } = $"Bearer {Token()}";

    private static string Token()
    {
        var content = $"{Part(new { alg = "HS256", typ = "JWT" })}.{Part(new
        {
            iss = "restaurant", aud = "restaurant", exp = DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeSeconds(), role = "waiter", name = "Bench", key = 0,
        })}";
        return $"{content}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Part(object content) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));
}
