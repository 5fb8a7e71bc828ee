using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>A global id given as an argument, known to be one of <typeparamref name="T"/>; there need not be such a row.</summary>
public readonly record struct Id<T>(long Key) : IKeyed
    where T : INode
{
    /// <summary>Reads a global id; throws <see cref="InvalidIdError"/> for garbage and for an id of another type.</summary>
    public static Id<T> Parse(string text) => new(GlobalId.KeyOf(text, GraphNames.Of(typeof(T))));
}

/// <summary>What stands for a row by its key.</summary>
internal interface IKeyed
{
    /// <summary>The key.</summary>
    long Key { get; }
}
