using System.Reflection;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Filtering;

/// <summary>Conditions on the rows of a type: all that are given have to hold.</summary>
internal sealed class FilterInputType<T> : InputObjectGraphType, ICountedInput
{
    public FilterInputType()
    {
        var name = GraphNames.Of(typeof(T));
        Name = $"{name}FilterInput";
        Description = $"Conditions on {name}; all that are given have to hold.";
        Field<ListGraphType<NonNullGraphType<FilterInputType<T>>>>("and").Description("All of these have to hold.");
        Field<ListGraphType<NonNullGraphType<FilterInputType<T>>>>("or").Description("At least one of these has to hold.");
        if (typeof(T) == typeof(Money.Money))
        {
            Field<OperationFilterInputType<decimal>>(Money.MoneyType.Amount).Description("A condition on `amount`.");
        }

        foreach (var property in Members.StoredOf(typeof(T)))
        {
            AddField(new FieldType
            {
                Name = GraphNames.Field(property.Name),
                Description = $"A condition on `{GraphNames.Field(property.Name)}`.",
                Type = TypeOf(property),
            });
        }
    }

    /// <inheritdoc />
    public CountedInputKind Kind => typeof(T) == typeof(Money.Money) ? CountedInputKind.Object : CountedInputKind.Reference;

    private static Type TypeOf(PropertyInfo property)
    {
        if (Members.IsKey(property))
        {
            return typeof(OperationFilterInputType<Relay.GlobalId>);
        }

        if (Members.ElementOf(property) is { } element)
        {
            return (Members.IsNavigation(property) ? typeof(ListFilterInputType<>) : typeof(ListOperationFilterInputType<>)).MakeGenericType(element);
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var nested = Members.IsNavigation(property) || type == typeof(Money.Money);
        return (nested ? typeof(FilterInputType<>) : typeof(OperationFilterInputType<>)).MakeGenericType(type);
    }
}
