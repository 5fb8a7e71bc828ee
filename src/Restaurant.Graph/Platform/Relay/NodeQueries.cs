using System.ComponentModel;
using System.Reflection;
using GraphQL;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>Reading anything by its global id.</summary>
[QueryType]
internal static class NodeQueries
{
    private const int MaxIds = 50;

    private static readonly MethodInfo ByKey = typeof(EntityReader).GetMethod(nameof(EntityReader.ByKeyAsync))!;

    /// <summary>An object by its global id; null if there is none.</summary>
    public static async Task<INode?> Node([Id, Description("A global id.")] string id, FeatureTypes features, IResolveFieldContext context) =>
        await ReadAsync(context, features, id);

    /// <summary>Objects by their global ids, in the order of the ids; null where there is none. At most 50.</summary>
    public static async Task<IReadOnlyList<INode?>> Nodes(
        [Id, Description("Global ids, at most 50.")] IReadOnlyList<string> ids, FeatureTypes features, IResolveFieldContext context)
    {
        if (ids.Count > MaxIds)
        {
            throw new ExecutionError($"'ids' has {ids.Count} items where {MaxIds} are the most.") { Code = "TOO_MANY_IDS" };
        }

        var nodes = new List<INode?>(ids.Count);
        foreach (var id in ids)
        {
            nodes.Add(await ReadAsync(context, features, id));
        }

        return nodes;
    }

    private static async Task<INode?> ReadAsync(IResolveFieldContext context, FeatureTypes features, string text) =>
        GlobalId.TryParse(text, out var id)
        && features.Of<INode>().FirstOrDefault(node => string.Equals(GraphNames.Of(node), id.TypeName, StringComparison.Ordinal)) is { } type
            ? (INode?)await (Task<object?>)ByKey.MakeGenericMethod(type).Invoke(null, [context, id.Key])!
            : throw InvalidIdError.Garbage(text);
}
