using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Paging;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>What fields cost, and how long lists are taken to be: the one place that both the schema and the reckoning take it from.</summary>
public static class CostModel
{
    /// <summary>How many items a list is taken to have about which nothing is said.</summary>
    public const int AssumedSize = 10;

    /// <summary>What a mutation costs, apart from what is selected of its payload.</summary>
    public const int Mutation = 10;

    /// <summary>What it costs to count a whole list.</summary>
    public const int Count = 10;

    /// <summary>The price of one condition of a filter, which is looked at for each row.</summary>
    public const int Condition = 1;

    /// <summary>The price of following a reference in a filter or an order.</summary>
    public const int Navigation = 1;

    /// <summary>The price of a sort key.</summary>
    public const int SortKey = 1;

    /// <summary>Number of items that a list is assumed to have where a filter looks at each of them for each row.</summary>
    public const int QuantifiedItems = 15;

    /// <summary>The price of compiling a statement, of which each list and each connection of a new document is one.</summary>
    public const int Statement = 100;

    /// <summary>The price of a character of a filter's or an order's shape, of which a condition has about ten, when it is compiled.</summary>
    public const int CharacterOfShape = 1;

    /// <summary>Number of values in the variables of a request that cost 1.</summary>
    public const int ValuesPerUnit = 2;

    /// <summary>How many characters of a document that is not known yet cost 1.</summary>
    public const int CharactersOfDocument = 5;

    /// <summary>What it costs to ask for the schema.</summary>
    public const int Introspection = 500;

    /// <summary>What a field costs by itself.</summary>
    internal static int WeightOf(IObjectGraphType parent, FieldType field, ISchema schema) =>
        field.GetMetadata<int?>(CostAttribute.Key)
        ?? (parent == schema.Mutation ? Mutation
            : IsConnection(parent) && field.Name == ConnectionFields.TotalCount ? Count
            : field.ResolvedType!.GetNamedType() is ScalarGraphType or MoneyType ? 0
            : 1);

    /// <summary>How many items a list is taken to have; null for what is no list, or no list of objects.</summary>
    internal static int? SizeOf(FieldType field) =>
        IsList(field.ResolvedType!) && field.ResolvedType!.GetNamedType() is not (ScalarGraphType or UnionGraphType) ? field.GetMetadata<int?>(ListSizeAttribute.Key) ?? AssumedSize : null;

    /// <summary>Whether a type is a connection.</summary>
    internal static bool IsConnection(IGraphType? type) => type is IObjectGraphType && type.GetType() is { IsGenericType: true } known && known.GetGenericTypeDefinition() == typeof(ConnectionType<>);

    private static bool IsList(IGraphType type) => type switch
    {
        NonNullGraphType nonNull => IsList(nonNull.ResolvedType!),
        ListGraphType => true,
        _ => false,
    };
}
