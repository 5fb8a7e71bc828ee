using GraphQL;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Who asks, and with what right.</summary>
/// <param name="Role">What they are, which decides what they may do.</param>
/// <param name="Key">The key of the row that stands for them, by which other rows are theirs; 0 if there is none.</param>
public sealed record Viewer(string Role, long Key)
{
    /// <summary>The role of those who do not say who they are.</summary>
    public const string Anonymous = "anonymous";

    private const string ContextKey = "viewer";

    /// <summary>Somebody who does not say who they are.</summary>
    public static Viewer Nobody { get; } = new(Anonymous, Key: 0);

    /// <summary>Their name; null for those who have none here. What is done under a name is written down.</summary>
    public string? Name { get; init; }

    /// <summary>Which of the rights they were given one after the other this is; null if it is not counted.</summary>
    public int? Stamp { get; init; }

    /// <summary>When the right ends; null if it does not.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The address from which they ask.</summary>
    public string? Address { get; init; }

    /// <summary>The network of <see cref="Address"/>, by which limits count; null if it is not known.</summary>
    public string? Network { get; init; }

    /// <summary>The languages that they read, as the header <c>Accept-Language</c> says it; null if they do not say.</summary>
    public string? AcceptLanguage { get; init; }

    /// <summary>Whether they have not said who they are.</summary>
    public bool IsAnonymous => string.Equals(Role, Anonymous, StringComparison.Ordinal);

    /// <summary>What tells them from others, whichever right they have just now.</summary>
    public string Subject => $"{Role}:{Key}:{Name}";

    /// <summary>What a resolver finds them in.</summary>
    internal IDictionary<string, object?> Context => new Dictionary<string, object?>(StringComparer.Ordinal) { [ContextKey] = this };

    /// <summary>Who asks for a field; nobody in particular where it is not said.</summary>
    internal static Viewer Of(IResolveFieldContext context) =>
        context.UserContext.TryGetValue(ContextKey, out var viewer) && viewer is Viewer known ? known : Nobody;
}
