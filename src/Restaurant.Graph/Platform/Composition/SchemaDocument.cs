using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>The schema as text.</summary>
public static partial class SchemaDocument
{
    /// <summary>
    /// In the schema definition language, sorted by name so that it changes only when the schema does, with descriptions in block strings
    /// as linters want them.
    /// </summary>
    public static string Print(ISchema schema)
    {
        schema.Initialize();
        var sdl = schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal });
        return InlineDescription().Replace(sdl.ReplaceLineEndings("\n").TrimEnd(), Block) + "\n";
    }

    // Within a block string nothing is escaped; a quote or backslash at its end stands on a line of its own, apart from the closing quotes.
    private static string Block(Match description)
    {
        var indent = description.Groups["indent"].Value;
        var text = Escape().Replace(description.Groups["text"].Value, "${character}");
        return text[^1] is '"' or '\\'
            ? $"{indent}\"\"\"\n{indent}{text}\n{indent}\"\"\""
            : $"{indent}\"\"\"{text}\"\"\"";
    }

    [GeneratedRegex(@"^(?<indent> *)""(?<text>(?:[^""\\]|\\.)+)""$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InlineDescription();

    [GeneratedRegex(@"\\(?<character>.)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Escape();
}
