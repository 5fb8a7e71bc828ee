using GraphQL;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>An argument that should be a global id and is none, or is one of another type.</summary>
public sealed class InvalidIdError : ExecutionError
{
    private InvalidIdError(string message)
        : base(message) => Code = "INVALID_ID";

    internal static InvalidIdError Garbage(string text) =>
        new($"'{(text.Length > 40 ? text[..40] + "…" : text)}' is not an id of this server.");

    internal static InvalidIdError WrongType(GlobalId id, string expected) =>
        new($"'{id}' is an id of type {id.TypeName} where one of type {expected} is needed.");
}
