using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Security;

/// <summary>By what it is known who asks, from the section <c>Auth</c> of the configuration.</summary>
public sealed class AuthOptions
{
    /// <summary>The shortest key there may be, in characters.</summary>
    public const int MinKeyLength = 32;

    /// <summary>What a key begins with that is known to everybody, and good for development only.</summary>
    public const string DevelopmentPrefix = "for development only";

    /// <summary>
    /// The secrets with which tokens are signed, each of 32 characters or more. The first signs; all are good to be signed by, so that a new one
    /// can be put in front and the old one taken away once its tokens have ended.
    /// </summary>
    public IReadOnlyList<string> SigningKeys { get; init; } = [];

    /// <summary>The address of an OpenID Connect provider whose tokens are good as well; none by default.</summary>
    public Uri? Authority { get; init; }

    /// <summary>For whom the provider's tokens have to be.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim of the provider's tokens that names the role.</summary>
    [Required]
    public string RoleClaim { get; init; } = "role";

    /// <summary>Whether the provider has to be asked by HTTPS.</summary>
    public bool RequireHttpsMetadata { get; init; } = true;

    /// <summary>How long it may take until a right that was withdrawn is of no use any more.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many tokens are remembered as having been found good, in each of two generations.</summary>
    [Range(0, 1_000_000)]
    public int MaxKnownTokens { get; init; } = 10_000;
}
