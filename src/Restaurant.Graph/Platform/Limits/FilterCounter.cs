using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>
/// Counts what the filters and orders of one operation hold, against its limits, and prices what the database does for them. Nothing is built of
/// them before.
/// </summary>
/// <param name="limits">The limits.</param>
internal sealed class FilterCounter(LimitOptions limits)
{
    private int _conditions;
    private int _navigations;
    private int _sortKeys;

    /// <summary>Whether the price of an argument depends on its value.</summary>
    public static bool Counts(IGraphType argument) => argument.GetNamedType() is ICountedInput;

    /// <summary>Counts an argument.</summary>
    /// <returns>Its price.</returns>
    /// <exception cref="LimitError">The operation has more of something than its limit.</exception>
    public double Price(IGraphType type, InputValue value) => type.GetNamedType() switch
    {
        ICountedInput { Kind: CountedInputKind.Sort or CountedInputKind.SortReference } and IInputObjectGraphType order => value.Items.Sum(item => Sort(order, item, depth: 0)),
        IInputObjectGraphType filter and ICountedInput => Filter(filter, value, depth: 0),
        _ => 0,
    };

    private double Filter(IInputObjectGraphType type, InputValue value, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var price = 0.0;
        foreach (var (name, inner) in value.Fields)
        {
            price += Field(type, name, inner, depth);
        }

        return price;
    }

    private double Field(IInputObjectGraphType type, string name, InputValue value, int depth)
    {
        if (type.GetField(name)?.ResolvedType is not { } resolved)
        {
            return 0;
        }

        if (resolved.GetNamedType() is not (IInputObjectGraphType inner and ICountedInput counted))
        {
            return Condition();
        }

        if (name is "and" or "or")
        {
            return value.Items.Sum(item => Filter(inner, item, depth));
        }

        switch (counted.Kind)
        {
            // The rows of a list were navigated to by the list.
            case CountedInputKind.Reference when type is not ICountedInput { Kind: CountedInputKind.List }:
                Navigate(depth + 1);
                return CostModel.Navigation + Filter(inner, value, depth + 1);
            case CountedInputKind.List:
                Navigate(depth + 1);
                return CostModel.QuantifiedItems * (CostModel.Navigation + Filter(inner, value, depth + 1));
            default:
                return Filter(inner, value, depth);
        }
    }

    private double Sort(IInputObjectGraphType type, InputValue value, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var price = 0.0;
        foreach (var (name, inner) in value.Fields)
        {
            var field = type.GetField(name)?.ResolvedType?.GetNamedType();
            if (field is not (IInputObjectGraphType nested and ICountedInput counted))
            {
                LimitError.Check(++_sortKeys, limits.MaxSortKeys, "sort keys (Limits:MaxSortKeys)", "The operation has");
                price += CostModel.SortKey;
                continue;
            }

            var isReference = counted.Kind == CountedInputKind.SortReference;
            var below = isReference ? depth + 1 : depth;
            if (isReference)
            {
                Navigate(below);
                price += CostModel.Navigation;
            }

            price += Sort(nested, inner, below);
        }

        return price;
    }

    private int Condition()
    {
        LimitError.Check(
            ++_conditions, limits.MaxFilterConditions, "conditions in its filters (Limits:MaxFilterConditions)", "The operation has");
        return CostModel.Condition;
    }

    private void Navigate(int depth)
    {
        LimitError.Check(
            ++_navigations,
            limits.MaxFilterNavigations,
            "references and lists in its filters and orders (Limits:MaxFilterNavigations)",
            "The operation has");
        LimitError.Check(
            depth,
            limits.MaxNavigationDepth,
            "references and lists on the way to one value (Limits:MaxNavigationDepth)",
            "A filter or an order has");
    }
}
