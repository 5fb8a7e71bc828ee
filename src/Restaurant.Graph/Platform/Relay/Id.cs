using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>A global id given as an argument, known to be one of <typeparamref name="T"/>; there need not be such a row.</summary>
public readonly record struct Id<T>(long Key)
    where T : INode
{
    /// <summary>Reads a global id; throws <see cref="InvalidIdError"/> for garbage and for an id of another type.</summary>
    public static Id<T> Parse(string text)
    {
        var expected = GraphNames.Of(typeof(T));
        if (!GlobalId.TryParse(text, out var id))
        {
            throw InvalidIdError.Garbage(text);
        }

        return string.Equals(id.TypeName, expected, StringComparison.Ordinal)
            ? new Id<T>(id.Key)
            : throw InvalidIdError.WrongType(id, expected);
    }
}
