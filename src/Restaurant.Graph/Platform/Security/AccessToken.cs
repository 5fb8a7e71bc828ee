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
}
