using System.Collections.Concurrent;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Commands;

namespace Restaurant.Graph.Tests.Support;

/// <summary>The schemas of restaurants: those with the same settings share one, since to make it takes longer than most tests do.</summary>
internal static class Schemas
{
    private static readonly ConcurrentDictionary<string, Lazy<ISchema>> Made = new(StringComparer.Ordinal);

    /// <summary>That of a server with certain settings, which outlives it.</summary>
    public static ISchema Of(string[] settings) => Made.GetOrAdd(string.Join(' ', settings), _ => new Lazy<ISchema>(() => Make(settings))).Value;

    private static ISchema Make(string[] settings)
    {
        var schema = Server.Build(settings).Services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    }
}
