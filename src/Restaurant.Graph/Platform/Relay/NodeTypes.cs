using System.Collections.Frozen;
using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>The kinds of row that have global ids.</summary>
internal sealed class NodeTypes(FeatureTypes features, Lazy<ISchema> schema)
{
    private const int MaxIds = 50;

    private readonly FrozenDictionary<string, Type> _rows =
        features.Of<INode>().ToFrozenDictionary(GraphNames.Of, StringComparer.Ordinal);

    /// <summary>Makes sure that there are not too many ids at once.</summary>
    public static void Check(int count)
    {
        if (count > MaxIds)
        {
            throw new ExecutionError($"'ids' has {count} items where {MaxIds} are the most.") { Code = "TOO_MANY_IDS" };
        }
    }

    /// <summary>Reads the id of any row; throws <see cref="InvalidIdError"/> for garbage.</summary>
    public GlobalId Parse(string text) =>
        GlobalId.TryParse(text, out var id) && _rows.ContainsKey(id.TypeName) ? id : throw InvalidIdError.Garbage(text);

    /// <summary>The class of a kind.</summary>
    public Type Row(string name) => _rows[name];

    /// <summary>The type of a kind in the schema.</summary>
    public IObjectGraphType Graph(string name) => (IObjectGraphType)schema.Value.AllTypes[name]!;
}
