using GraphQL.Introspection;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>Adds to introspection what the specification has and the engine has not, and tools ask for.</summary>
internal sealed class IntrospectionVisitor : BaseSchemaNodeVisitor
{
    /// <inheritdoc />
    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        if (type is __Type)
        {
            type.AddField(new FieldType
            {
                Name = "specifiedByURL",
                Description = "Where the behaviour of a scalar is specified; null for everything else.",
                ResolvedType = schema.AllTypes["String"],
                Resolver = new FuncFieldResolver<IGraphType, object>(context => SpecifiedBy.UrlOf(context.Source)),
            });
        }
        else if (type is __Directive && type.GetField("args") is { } args)
        {
            args.Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(schema.AllTypes["Boolean"]!))
            {
                Name = "includeDeprecated",
                Description = "Whether deprecated arguments are shown as well. No directive here has one.",
                DefaultValue = false,
            });
        }
    }
}
