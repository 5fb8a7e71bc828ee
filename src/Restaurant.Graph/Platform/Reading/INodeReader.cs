using GraphQL;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>A type whose rows can be read by their key alone.</summary>
internal interface INodeReader
{
    /// <summary>The row with a key, with what the field being resolved selects of it; null if there is none.</summary>
    Task<object?> ReadAsync(IResolveFieldContext context, long key);
}
