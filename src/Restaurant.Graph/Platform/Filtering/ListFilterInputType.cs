using GraphQL.Types;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Platform.Filtering;

/// <summary>Conditions on a list, in terms of conditions on its items.</summary>
internal abstract class ListFilterInputTypeBase<TItem> : InputObjectGraphType, ICountedInput
    where TItem : IGraphType
{
    protected ListFilterInputTypeBase(string name)
    {
        Name = name;
        Description = "Conditions on a list; all that are given have to hold.";
        Field<TItem>("all").Description("Every item meets the condition.");
        Field<TItem>("none").Description("No item meets the condition.");
        Field<TItem>("some").Description("At least one item meets the condition.");
        Field<BooleanGraphType>("any").Description("Whether there are items at all.");
    }

    /// <inheritdoc />
    public CountedInputKind Kind => CountedInputKind.List;
}

/// <summary>Conditions on a list of rows.</summary>
internal sealed class ListFilterInputType<T>()
    : ListFilterInputTypeBase<FilterInputType<T>>($"ListFilterInputTypeOf{GraphNames.Of(typeof(T))}FilterInput");

/// <summary>Conditions on a list of values.</summary>
internal sealed class ListOperationFilterInputType<T>()
    : ListFilterInputTypeBase<OperationFilterInputType<T>>($"List{GraphNames.Of(typeof(T))}OperationFilterInput");
