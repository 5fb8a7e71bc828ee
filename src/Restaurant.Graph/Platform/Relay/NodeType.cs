using GraphQL.Types;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>The <c>Node</c> interface.</summary>
internal sealed class NodeType : InterfaceGraphType<INode>
{
    public NodeType()
    {
        Name = "Node";
        Field<NonNullGraphType<IdGraphType>>("id").Description("The global id: opaque, stable, unique over all types.");
    }
}
