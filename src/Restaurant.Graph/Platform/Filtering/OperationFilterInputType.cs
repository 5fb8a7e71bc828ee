using GraphQL;
using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Platform.Filtering;

/// <summary>The operations on one kind of value.</summary>
internal sealed class OperationFilterInputType<T> : InputObjectGraphType, ICountedInput
{
    private static readonly (string Name, string Description)[] Equality =
        [("eq", "Equal to this; null: there is no value."), ("neq", "Not equal to this; null: there is a value.")];

    private static readonly (string Name, string Description)[] Membership = [("in", "One of these."), ("nin", "None of these.")];

    private static readonly (string Name, string Description)[] Comparison =
    [
        ("gt", "Greater than this."), ("ngt", "Not greater than this."), ("gte", "Greater than or equal to this."),
        ("ngte", "Not greater than or equal to this."), ("lt", "Less than this."), ("nlt", "Not less than this."),
        ("lte", "Less than or equal to this."), ("nlte", "Not less than or equal to this."),
    ];

    private static readonly (string Name, string Description)[] Text =
    [
        ("contains", "Contains this, case-sensitive."), ("ncontains", "Does not contain this."), ("startsWith", "Starts with this."),
        ("nstartsWith", "Does not start with this."), ("endsWith", "Ends with this."), ("nendsWith", "Does not end with this."),
    ];

    public OperationFilterInputType()
    {
        Name = $"{KindName()}OperationFilterInput";
        Description = "Conditions on a value; all that are given have to hold.";
        var value = typeof(T) == typeof(GlobalId) ? typeof(IdGraphType) : typeof(T).GetGraphTypeFromType(isNullable: true, TypeMappingMode.InputType);
        if (typeof(T) == typeof(string))
        {
            Field<ListGraphType<NonNullGraphType<OperationFilterInputType<T>>>>("and").Description("All of these have to hold.");
            Field<ListGraphType<NonNullGraphType<OperationFilterInputType<T>>>>("or").Description("At least one of these has to hold.");
        }

        Add(Equality, value);
        if (typeof(T) != typeof(bool))
        {
            Add(Membership, typeof(ListGraphType<>).MakeGenericType(value));
        }

        if (typeof(T) == typeof(string))
        {
            Add(Text, value);
        }
        else if (typeof(T) != typeof(GlobalId) && typeof(T) != typeof(bool) && !typeof(T).IsEnum)
        {
            Add(Comparison, value);
        }
    }

    /// <inheritdoc />
    public CountedInputKind Kind => CountedInputKind.Operations;

    private static string KindName() => Type.GetTypeCode(typeof(T)) switch
    {
        _ when typeof(T) == typeof(GlobalId) => "Id",
        _ when typeof(T) == typeof(DateTimeOffset) => "DateTime",
        _ when typeof(T) == typeof(TimeOnly) => "LocalTime",
        _ when typeof(T) == typeof(DateOnly) => "LocalDate",
        _ when typeof(T) == typeof(Guid) => "Uuid",
        _ when typeof(T).IsEnum => GraphNames.Of(typeof(T)),
        TypeCode.Int32 => "Int",
        TypeCode.Int64 => "Long",
        _ => typeof(T).Name,
    };

    private void Add((string Name, string Description)[] operations, Type type)
    {
        foreach (var (name, description) in operations)
        {
            AddField(new FieldType { Name = name, Description = description, Type = type });
        }
    }
}
