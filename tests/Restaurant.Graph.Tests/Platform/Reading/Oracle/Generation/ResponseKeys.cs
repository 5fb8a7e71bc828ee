using GraphQL.Types;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>
/// The response keys of a document. A key means one thing all over the document, or things of one shape on objects of different types, so
/// that fields with the same key can always be merged (GraphQL specification, 5.3.2).
/// </summary>
internal sealed class ResponseKeys(Random random)
{
    private const double AsAlias = 30;

    private static readonly string[] Aliases =
        ["a", "b", "c", "_", "on", "query", "null", "true", "fragment", "data", "errors", "name", "id", "nodes", "totalCount"];

    // The engine takes some documents for wrong in which objects of different types use a key differently, so that there are few of them.
    private readonly bool _tellsTypesApart = random.Happens(15);
    private readonly Dictionary<string, (string Shape, List<(IGraphType Parent, string Meaning)> Meanings)> _keys = new(StringComparer.Ordinal);

    /// <summary>An alias for a field with its arguments, or null for the name itself.</summary>
    public string? AliasOf(IGraphType parent, FieldType field, string arguments)
    {
        var shape = field.ResolvedType!.ToString()!;
        string[] wanted = random.Happens(AsAlias) ? [random.One(Aliases), field.Name] : [field.Name, random.One(Aliases)];
        var key = wanted.Append($"k{_keys.Count}").First(key => Take(key, shape, parent, field.Name + arguments));
        return key == field.Name ? null : key;
    }

    private bool Take(string key, string shape, IGraphType parent, string meaning)
    {
        if (!_keys.TryGetValue(key, out var known))
        {
            _keys[key] = known = (shape, []);
        }

        if (known.Shape != shape || known.Meanings.Exists(other => other.Meaning != meaning && (!_tellsTypesApart || MayBeSame(other.Parent, parent))))
        {
            return false;
        }

        known.Meanings.Add((parent, meaning));
        return true;
    }

    private static bool MayBeSame(IGraphType one, IGraphType other) => one == other || one is IAbstractGraphType || other is IAbstractGraphType;
}
