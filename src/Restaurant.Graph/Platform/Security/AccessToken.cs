namespace Restaurant.Graph.Platform.Security;

/// <summary>What says who somebody is, for as long as it is good.</summary>
public sealed record AccessToken
{
    /// <summary>The token, to be sent as `Authorization: Bearer ...`, and in the payload of `connection_init` as `Authorization` likewise.</summary>
    public required string Token { get; init; }

    /// <summary>What it makes of who sends it, such as `manager`.</summary>
    public required string Role { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>
    /// A token of the device that has signed in, to be kept there and sent with the next `signIn`: a known device has attempts of its own, which
    /// others cannot use up. It gives no access by itself. Null where nothing was signed in.
    /// </summary>
    public string? DeviceToken { get; init; }
}
