using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>
/// A fault that the user of a front-end can cause and mend. Each kind is a record of its own; its properties are fields of its type in
/// the schema, beside <c>message</c>, <c>code</c> and <c>path</c>.
/// </summary>
public abstract record MutationError
{
    /// <summary>What is wrong, in plain English for a developer or as a last resort for a user.</summary>
    public required string Message { get; init; }

    /// <summary>The path of the input at fault, from `input` down: `["input", "lines", "0", "quantity"]`.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>The kind of the error, as a constant that stays the same: its type's name without <c>Error</c>.</summary>
    [OutputType<NonNullGraphType<ErrorCodeType>>]
    public string Code => CodeOf(GetType());

    /// <summary>The code of a kind of error.</summary>
    public static string CodeOf(Type error) => GraphNames.Constant(error.Name[..^"Error".Length]);
}
