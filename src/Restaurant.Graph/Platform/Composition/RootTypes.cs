using GraphQL.Types;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>The types at which operations begin.</summary>
internal static class RootTypes
{
    /// <summary>That of a kind of operation.</summary>
    public static IObjectGraphType RootOf(this ISchema schema, OperationType kind) => kind switch
    {
        OperationType.Query => schema.Query,
        OperationType.Mutation => schema.Mutation!,
        _ => schema.Subscription!,
    };
}
