using GraphQL;
using GraphQL.Types;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>What a field costs, where that is more than reading an object.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(int weight) : GraphQLAttribute
{
    internal const string Key = "Cost";

    /// <inheritdoc />
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, weight);
}

/// <summary>How many items a list is taken to have, where that is not <see cref="CostModel.AssumedSize"/>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute(int assumedSize) : GraphQLAttribute
{
    internal const string Key = "ListSize";

    /// <inheritdoc />
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, assumedSize);
}
