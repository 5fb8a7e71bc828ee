using GraphQL;
using GraphQL.Types;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;

/// <summary>What the generator asks of a schema.</summary>
internal static class SchemaReading
{
    /// <summary>The type without what wraps it.</summary>
    public static IGraphType Named(this IGraphType type) => (type as IProvideResolvedType)?.ResolvedType?.Named() ?? type;

    /// <summary>The type without its exclamation mark.</summary>
    public static IGraphType Nullable(this IGraphType type) => type is NonNullGraphType required ? required.ResolvedType! : type;

    /// <summary>The item of a list; null for what is none.</summary>
    public static IGraphType? Item(this IGraphType type) => (type.Nullable() as ListGraphType)?.ResolvedType;

    public static bool IsLeaf(this IGraphType type) => type.Named() is ScalarGraphType;

    public static bool IsConnection(this IGraphType type) => type is IComplexGraphType complex && complex.Fields.Find("pageInfo") is not null;

    /// <summary>The object types that an object of the type can be of.</summary>
    public static IReadOnlyList<string> Possible(this IGraphType type) =>
        type is IAbstractGraphType general ? [.. general.PossibleTypes.Select(possible => possible.Name)] : [type.Name];

    /// <summary>The types for which a fragment makes sense where something of a type is.</summary>
    public static IReadOnlyList<IGraphType> Conditions(this IGraphType type) => type switch
    {
        IAbstractGraphType general => [type, .. general.PossibleTypes],
        IObjectGraphType specific => [type, .. specific.ResolvedInterfaces],
        _ => [type],
    };

    /// <summary>Whether a value of the type can have objects in an object.</summary>
    public static bool LeadsOn(this IGraphType type) =>
        type.Named() is IInputObjectGraphType input && input.Fields.Any(field => field.ResolvedType!.Named() is IInputObjectGraphType);

    /// <summary>Whether a value of the type needs no more than so many objects in each other.</summary>
    public static bool EndsWithin(this IGraphType type, int levels) =>
        type.Named() is not IInputObjectGraphType input || (levels > 0 && input.Fields.Any(field => field.ResolvedType!.EndsWithin(levels - 1)));
}
