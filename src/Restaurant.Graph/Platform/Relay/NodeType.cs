using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>The <c>Node</c> interface.</summary>
internal sealed class NodeType : InterfaceGraphType<INode>
{
    public NodeType()
    {
        Name = "Node";
        Description = XmlDescriptionsAttribute.Of(typeof(INode));
        Field<NonNullGraphType<IdGraphType>>("id").Description("The global id: opaque, stable, unique over all types.");
    }
}
