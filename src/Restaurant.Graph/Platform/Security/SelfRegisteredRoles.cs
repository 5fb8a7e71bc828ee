namespace Restaurant.Graph.Platform.Security;

/// <summary>Roles that a client obtains without credentials: it can make as many identities as it likes, so their work counts against its address too.</summary>
public sealed class SelfRegisteredRoles(params string[] names)
{
    /// <summary>Whether a viewer has proved nothing: an anonymous one, or one of these roles.</summary>
    public bool Includes(Viewer viewer) => viewer.IsAnonymous || names.Contains(viewer.Role, StringComparer.Ordinal);
}
