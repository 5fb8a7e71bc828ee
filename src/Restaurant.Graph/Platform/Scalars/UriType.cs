using System.Text.RegularExpressions;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Scalars;

/// <summary>A URI or a reference to one, kept as it is written: every form of it is text, in C# and in the store.</summary>
internal sealed partial class UriType : StringGraphType
{
    public UriType()
    {
        Name = "URI";
        Description = "An address, or a path relative to one, in the form of RFC 3986: https://example.com/images/soup.jpg, /images/soup.jpg.";
        SpecifiedBy.Apply(this, "https://www.rfc-editor.org/rfc/rfc3986");
    }

    /// <inheritdoc />
    public override object? ParseLiteral(GraphQLValue value) =>
        base.ParseLiteral(value) is not string text || IsReference(text) ? base.ParseLiteral(value) : ThrowLiteralConversionError(value);

    /// <inheritdoc />
    public override object? ParseValue(object? value) =>
        base.ParseValue(value) is not string text || IsReference(text) ? value : ThrowValueConversionError(value);

    /// <summary>Whether a text is made of what an address can have in it.</summary>
    public static bool IsReference(string text) => Reference().IsMatch(text);

    [GeneratedRegex(@"^([A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
