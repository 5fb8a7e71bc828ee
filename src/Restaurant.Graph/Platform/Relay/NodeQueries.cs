using System.ComponentModel;
using GraphQL;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>Reading anything by its global id.</summary>
[QueryType]
public static class NodeQueries
{
    private const int MaxIds = 50;

    /// <summary>An object by its global id; null if there is none.</summary>
    public static async Task<INode?> Node([Id, Description("A global id.")] string id, IResolveFieldContext context) => await ReadAsync(context, id);

    /// <summary>Objects by their global ids, in the order of the ids; null where there is none. At most 50.</summary>
    public static async Task<IReadOnlyList<INode?>> Nodes(
        [Id, Description("Global ids, at most 50.")] IReadOnlyList<string> ids, IResolveFieldContext context)
    {
        if (ids.Count > MaxIds)
        {
            throw new ExecutionError($"'ids' has {ids.Count} items where {MaxIds} are the most.") { Code = "TOO_MANY_IDS" };
        }

        var nodes = new List<INode?>(ids.Count);
        foreach (var id in ids)
        {
            nodes.Add(await ReadAsync(context, id));
        }

        return nodes;
    }

    private static async Task<INode?> ReadAsync(IResolveFieldContext context, string text) => GlobalId.TryParse(text, out var id)
        && context.Schema.AllTypes[id.TypeName] is INodeReader reader
            ? (INode?)await reader.ReadAsync(context, id.Key)
            : throw InvalidIdError.Garbage(text);
}
