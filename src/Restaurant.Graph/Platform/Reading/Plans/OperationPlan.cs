using GraphQL.Types;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>How an operation is answered.</summary>
internal abstract class OperationPlan
{
    /// <summary>Compiles one; throws <see cref="NotPlannedException"/> for what plans do not express.</summary>
    public static OperationPlan Of(PlanScope scope, ISchema schema, OperationType kind, Selection selection) => kind switch
    {
        OperationType.Query => QueryPlan.Of(scope, schema.Query, selection),
        OperationType.Mutation => MutationPlan.Of(scope, schema.Mutation!, selection),
        _ => SubscriptionPlan.Of(scope, schema.Subscription!, selection),
    };
}
