using GraphQL;
using GraphQL.Types;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>A query field whose answer, all that can be selected below it included, is the same for everybody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : GraphQLAttribute
{
    private const string Key = "Public";

    /// <inheritdoc />
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, true);

    /// <summary>Whether a field is such a one.</summary>
    internal static bool IsOn(FieldType? field) => field?.GetMetadata<bool>(Key) ?? false;
}
