using System.Text;
using GraphQL.Types;

namespace Restaurant.Graph.Platform.Reading.Json;

/// <summary>The names of fields in an answer, which GraphQL keeps so plain that JSON needs nothing escaped.</summary>
internal static class JsonNames
{
    /// <summary>A name with what goes ahead of it.</summary>
    public static byte[] Of(string key, bool isFirst) => Encoding.UTF8.GetBytes($"{(isFirst ? '{' : ',')}\"{key}\":");

    /// <summary>The value of <c>__typename</c>.</summary>
    public static byte[] TypeName(IObjectGraphType type) => Encoding.UTF8.GetBytes($"\"{type.Name}\"");

    /// <summary>What ends an object.</summary>
    public static byte[] End(bool isEmpty) => isEmpty ? [(byte)'{', (byte)'}'] : [(byte)'}'];

    /// <summary>Whether a field is <c>__typename</c>.</summary>
    public static bool IsTypeName(FieldType field) => string.Equals(field.Name, "__typename", StringComparison.Ordinal);
}
