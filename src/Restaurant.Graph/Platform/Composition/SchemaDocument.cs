using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>The schema as text.</summary>
public static class SchemaDocument
{
    /// <summary>In the schema definition language, sorted by name so that it changes only when the schema does.</summary>
    public static string Print(ISchema schema)
    {
        schema.Initialize();
        return schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
