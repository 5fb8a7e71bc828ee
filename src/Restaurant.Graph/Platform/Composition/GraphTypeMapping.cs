using GraphQL.Types;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>Which graph type stands for a type of C#, where a field or an argument does not say it itself.</summary>
internal sealed class GraphTypeMapping : IGraphTypeMappingProvider
{
    private static readonly Dictionary<Type, Type> ScalarTypes = new()
    {
        [typeof(DateTimeOffset)] = typeof(DateTimeType),
        [typeof(TimeOnly)] = typeof(LocalTimeType),
        [typeof(DateOnly)] = typeof(LocalDateType),
        [typeof(Guid)] = typeof(UuidType),
        [typeof(decimal)] = typeof(DecimalType),
        [typeof(long)] = typeof(LongType),
    };

    /// <inheritdoc />
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType) => clrType switch
    {
        _ when preferredType is not null => preferredType,
        _ when ScalarTypes.TryGetValue(clrType, out var scalar) => scalar,
        { IsEnum: true } => typeof(EnumType<>).MakeGenericType(clrType),
        { IsGenericType: true } when clrType.GetGenericTypeDefinition() == typeof(Id<>) => typeof(IdGraphType),
        _ when clrType == typeof(INode) => typeof(NodeType),
        _ when clrType == typeof(Money.Money) => typeof(MoneyType),
        _ when SchemaTypes.BuiltInScalarMappings.ContainsKey(clrType) => null,
        _ when isInputType => typeof(AutoRegisteringInputObjectGraphType<>).MakeGenericType(clrType),
        _ when clrType.IsAssignableTo(typeof(MutationError)) => typeof(ErrorType<>).MakeGenericType(clrType),
        _ => typeof(EntityType<>).MakeGenericType(clrType),
    };
}
