using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Sorting;

/// <summary>By what the rows of a type can be sorted: its own values and those of what it refers to.</summary>
internal sealed class SortInputType<T> : InputObjectGraphType, ICountedInput
{
    public SortInputType()
    {
        var name = GraphNames.Of(typeof(T));
        Name = $"{name}SortInput";
        Description = $"An order of {name}. Several fields in one object count in the order they are written.";
        if (typeof(T) == typeof(Money.Money))
        {
            Field<EnumType<SortEnumType>>(Money.MoneyType.Amount).Description("By `amount`.");
        }

        foreach (var property in Members.StoredOf(typeof(T)).Where(property => Members.ElementOf(property) is null))
        {
            var nested = Members.IsNavigation(property) || property.PropertyType == typeof(Money.Money);
            AddField(new FieldType
            {
                Name = GraphNames.Field(property.Name),
                Description = $"By `{GraphNames.Field(property.Name)}`.",
                Type = nested ? typeof(SortInputType<>).MakeGenericType(property.PropertyType) : typeof(EnumType<SortEnumType>),
            });
        }
    }

    /// <inheritdoc />
    public CountedInputKind Kind => typeof(T) == typeof(Money.Money) ? CountedInputKind.Sort : CountedInputKind.SortReference;
}

/// <summary>A direction to sort in.</summary>
public enum SortEnumType
{
    /// <summary>The smallest first; what has no value comes first.</summary>
    Asc,

    /// <summary>The largest first; what has no value comes last.</summary>
    Desc,
}
