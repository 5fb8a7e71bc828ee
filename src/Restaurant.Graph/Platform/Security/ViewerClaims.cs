using System.Globalization;
using System.Security.Claims;

namespace Restaurant.Graph.Platform.Security;

/// <summary>What tokens say of a viewer.</summary>
internal static class ViewerClaims
{
    public const string Role = "role";
    public const string Key = "key";
    public const string Name = "name";
    public const string Stamp = "stamp";

    /// <summary>The viewer of a token that was found good; null if it says no role.</summary>
    /// <param name="claims">What it says.</param>
    /// <param name="roleClaim">Where it says the role.</param>
    /// <param name="isOwn">Whether it is one of our own, which alone say what is whose.</param>
    /// <param name="expires">When it ends.</param>
    public static Viewer? Read(ClaimsPrincipal claims, string roleClaim, bool isOwn, DateTimeOffset? expires)
    {
        if (claims.FindFirstValue(roleClaim) is not { Length: > 0 } role)
        {
            return null;
        }

        return new Viewer(role, isOwn ? Number(Key) ?? 0 : 0)
        {
            Name = claims.FindFirstValue(Name) ?? (isOwn ? null : claims.FindFirstValue("sub") ?? role),
            Stamp = isOwn ? (int?)Number(Stamp) : null,
            Expires = expires,
        };

        long? Number(string claim) => long.TryParse(claims.FindFirstValue(claim), CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
