using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>The field reads rows that its method does not make a query for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UseReadAttribute(ReadForm form) : GraphQLAttribute
{
    /// <inheritdoc />
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithRead(new RootRead(form, typeof(INode)));
}
