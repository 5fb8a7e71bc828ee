using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Who may use the fields of the root types: those whom the engine's own attributes name, and nobody else.</summary>
internal static class FieldAccess
{
    /// <summary>The first field that somebody may not use; null if they may use them all.</summary>
    public static SelectedField? FindDenied(IEnumerable<SelectedField> fields, string role) =>
        fields.FirstOrDefault(selected => !Allows(selected.Field, role));

    /// <summary>Whether a role may use a field.</summary>
    public static bool Allows(FieldType field, string role) =>
        JsonNames.IsTypeName(field)
        || field.Name.StartsWith("__", StringComparison.Ordinal)
        || field.IsAnonymousAllowed()
        || (field.GetRoles()?.Contains(role, StringComparer.Ordinal) ?? false);

    /// <summary>Whether it is said who may use a field.</summary>
    public static bool IsDeclared(FieldType field) => field.IsAnonymousAllowed() || field.GetRoles() is { Count: > 0 };
}
