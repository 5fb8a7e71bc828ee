using System.ComponentModel;
using GraphQL;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>Reading anything by its global id.</summary>
[QueryType]
internal static class NodeQueries
{
    /// <summary>An object by its global id; null if there is none.</summary>
    [AllowAnonymous]
    [UseRead(ReadForm.Node)]
    public static async Task<INode?> Node([Id, Description("A global id.")] string id, NodeTypes types, IResolveFieldContext context) =>
        await ReadAsync(context, types, id);

    /// <summary>Objects by their global ids, in the order of the ids; null where there is none. At most 50.</summary>
    [AllowAnonymous]
    [UseRead(ReadForm.Nodes)]
    public static async Task<IReadOnlyList<INode?>> Nodes(
        [Id, Description("Global ids, at most 50.")] IReadOnlyList<string> ids, NodeTypes types, IResolveFieldContext context)
    {
        NodeTypes.Check(ids.Count);
        var nodes = new List<INode?>(ids.Count);
        foreach (var id in ids)
        {
            nodes.Add(await ReadAsync(context, types, id));
        }

        return nodes;
    }

    private static async Task<INode?> ReadAsync(IResolveFieldContext context, NodeTypes types, string text)
    {
        var id = types.Parse(text);
        return (INode?)await EntityReader.ByKeyAsync(context, types.Row(id.TypeName), id.Key);
    }
}
