using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using GraphQL;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>How things of C# are called in the schema.</summary>
public static class GraphNames
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <summary>The name of a type: what its <see cref="NameAttribute"/> says, else its own.</summary>
    public static string Of(Type type) =>
        Names.GetOrAdd(type, static t => t.GetCustomAttribute<NameAttribute>()?.Name ?? t.Name);

    /// <summary><c>placedAt</c> for <c>PlacedAt</c>.</summary>
    public static string Field(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);

    /// <summary><c>PlacedAt</c> for <c>placedAt</c>.</summary>
    public static string Pascal(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    /// <summary><c>IN_PREPARATION</c> for <c>InPreparation</c>.</summary>
    public static string Constant(string member) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(member);
}
