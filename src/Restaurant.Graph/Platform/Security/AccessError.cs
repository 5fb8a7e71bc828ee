using GraphQL;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Somebody asks for what they have no right to.</summary>
internal sealed class AccessError : ExecutionError
{
    /// <summary>The code for those who have not said who they are.</summary>
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";

    private const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    private AccessError(string code, string message)
        : base(message) => Code = code;

    /// <summary>Somebody uses a field that is not for them.</summary>
    public static AccessError Of(string field, Viewer viewer) => viewer.IsAnonymous
        ? new(NotAuthenticated, $"'{field}' is for those who say who they are: it takes a token.")
        : new(NotAuthorized, $"'{field}' is not for a {viewer.Role}.");

    /// <summary>Somebody asks for the schema where it is not shown.</summary>
    public static AccessError OfSchema() => new("INTROSPECTION_DISABLED", "The schema cannot be asked for here.");

    /// <summary>The token of a request is not good, for whatever reason.</summary>
    public static AccessError OfToken() => new(NotAuthenticated, "The token is not valid, or no longer.");
}
