using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>The schema: the three root types, and every row that a client can come back to by its global id.</summary>
internal sealed class GraphSchema : Schema
{
    public GraphSchema(IServiceProvider services, FeatureTypes features)
        : base(services)
    {
        Query = services.GetRequiredService<QueryRoot>();
        Mutation = services.GetRequiredService<MutationRoot>();
        Subscription = services.GetRequiredService<SubscriptionRoot>();
        Directives.Register(new SpecifiedBy(), new CostDirective(), new ListSizeDirective());
        Features.DeprecationOfInputValues = true;
        Features.RepeatableDirectives = true;
        IdConversion.Register(features.Of<INode>());
        foreach (var node in features.Of<INode>())
        {
            this.RegisterType(typeof(EntityType<>).MakeGenericType(node));
        }

        this.RegisterVisitor<DescriptionVisitor>();
        this.RegisterVisitor<IntrospectionVisitor>();
        this.RegisterVisitor<CostVisitor>();
    }
}
