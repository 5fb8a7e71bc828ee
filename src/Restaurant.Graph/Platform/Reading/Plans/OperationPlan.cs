using GraphQL.Types;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>How an operation is answered.</summary>
internal abstract class OperationPlan
{
    /// <summary>Compiles one; throws <see cref="NotPlannedException"/> for what plans do not express.</summary>
    public static OperationPlan Of(PlanScope scope, ISchema schema, OperationType kind, Selection selection)
    {
        var root = schema.RootOf(kind);
        if (FieldAccess.FindDenied(selection.On(root), scope.Viewer.Role) is { } denied)
        {
            throw new NotPlannedException($"{denied.Field.Name} is not for the role {scope.Viewer.Role}.");
        }

        return kind switch
        {
            OperationType.Query => QueryPlan.Of(scope, root, selection),
            OperationType.Mutation => MutationPlan.Of(scope, root, selection),
            _ => SubscriptionPlan.Of(scope, root, selection),
        };
    }
}
