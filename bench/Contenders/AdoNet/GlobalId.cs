using System.Globalization;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>Ids as clients send them.</summary>
internal static class GlobalId
{
    private const string Prefix = "Dish:";
    private const int MaxLength = 64;

    /// <summary>The key of a dish; what is no id of a dish is none of any row.</summary>
    public static long KeyOfDish(string? id)
    {
        Span<byte> plain = stackalloc byte[MaxLength];
        return Convert.TryFromBase64String(id ?? "", plain, out var length)
            && plain[..length].StartsWith("Dish:"u8)
            && long.TryParse(plain[Prefix.Length..length], NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : -1;
    }
}
