using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>
/// A query field whose answer is the same for everybody, all that can be selected below it included but for the rows that other features add.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : GraphQLAttribute
{
    private const string Key = "Public";

    /// <inheritdoc />
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, true);

    /// <summary>Whether fields of the query type are all such, and nothing is selected below them that is not.</summary>
    internal static bool AreAll(IEnumerable<SelectedField> fields) =>
        fields.All(static selected => JsonNames.IsTypeName(selected.Field) || selected.Field.GetMetadata<bool>(Key) && IsShared(selected));

    /// <summary>
    /// Whether a field of an object is the same for everybody until the store changes. A list of rows that another feature has added may be hidden from
    /// some, and a batch may depend on the clock.
    /// </summary>
    internal static bool IsShared(FieldType field) => field.Extension() is not ({ IsList: true } or { IsBatch: true });

    private static bool IsShared(SelectedField selected) => IsShared(selected.Field)
        && (selected.Field.ResolvedType!.GetNamedType() is not IObjectGraphType type || selected.Below.On(type).All(IsShared));
}
