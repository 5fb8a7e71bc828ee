using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>A query field whose answer, all that can be selected below it included, is the same for everybody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : GraphQLAttribute
{
    private const string Key = "Public";

    /// <inheritdoc />
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, true);

    /// <summary>Whether fields of the query type are all such.</summary>
    internal static bool AreAll(IEnumerable<SelectedField> fields) =>
        fields.All(static selected => JsonNames.IsTypeName(selected.Field) || selected.Field.GetMetadata<bool>(Key));
}
