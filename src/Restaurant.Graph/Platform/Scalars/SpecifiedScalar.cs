using GraphQL.Types;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Scalars;

/// <summary>A scalar written as a string, with the address of its specification for <c>@specifiedBy</c>.</summary>
internal abstract class SpecifiedScalar<T> : ScalarGraphType
    where T : struct
{
    protected SpecifiedScalar(string name, string description, string specifiedBy)
    {
        Name = name;
        Description = description;
        SpecifiedBy.Apply(this, specifiedBy);
    }

    /// <inheritdoc />
    public sealed override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue(text.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    /// <inheritdoc />
    public sealed override object? ParseValue(object? value) => value switch
    {
        null or T => value,
        string text when TryParse(text, out var parsed) => parsed,
        _ => ThrowValueConversionError(value),
    };

    /// <inheritdoc />
    public sealed override object? Serialize(object? value) => value switch
    {
        null => null,
        T parsed => Format(parsed),
        _ => ThrowSerializationError(value),
    };

    /// <summary>Reads the form that the specification gives, and no other.</summary>
    protected abstract bool TryParse(string text, out T value);

    /// <summary>Writes that form.</summary>
    protected abstract string Format(T value);
}
