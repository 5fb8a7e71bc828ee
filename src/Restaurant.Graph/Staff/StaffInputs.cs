namespace Restaurant.Graph.Staff;

/// <summary>Who signs in.</summary>
public sealed record SignInInput
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The secret: a PIN or a password.</summary>
    public required string Secret { get; init; }

    /// <summary>The `deviceToken` of an earlier `signIn` from this device under this name. One that is not valid is as none.</summary>
    public string? DeviceToken { get; init; }
}
