using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Rejects operations that exceed the maximum cost or the caller's remaining cost budget.</summary>
internal sealed class CostGate(CostBudget budget, IOptions<LimitOptions> limits, IOptions<PagingOptions> paging)
{
    /// <summary>Compiles the cost of what is selected on a type.</summary>
    /// <exception cref="LimitError">More is selected than may be.</exception>
    public CostPlan PlanOf(ISchema schema, IObjectGraphType type, Selection selection) =>
        CostPlan.Of(schema, type, selection, paging.Value, limits.Value);

    /// <summary>Charges for parsing and validating a document that is not in the cache, valid or not.</summary>
    /// <exception cref="CostError">The budget is spent.</exception>
    public void AdmitDocument(string text, Viewer viewer) => Charge(viewer, (double)text.Length / CostModel.CharactersOfDocument);

    /// <summary>Charges for compiling statements.</summary>
    /// <param name="statements">The number of statements.</param>
    /// <param name="shape">The number of characters of the shape of a filter and an order, which the statement grows with.</param>
    /// <param name="viewer">The caller.</param>
    /// <exception cref="CostError">The budget is spent.</exception>
    public void AdmitCompilation(int statements, int shape, Viewer viewer) =>
        Charge(viewer, (statements * CostModel.Statement) + (shape * CostModel.CharacterOfShape));

    /// <summary>Admits an operation.</summary>
    /// <param name="plan">The cost of the operation.</param>
    /// <param name="variables">The coerced variables.</param>
    /// <param name="inputs">The variables as they came.</param>
    /// <param name="viewer">The caller.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="LimitError">A filter or an order holds more than it may.</exception>
    /// <exception cref="CostError">The cost exceeds the maximum, or the budget is spent.</exception>
    public double Admit(CostPlan plan, Variables variables, Inputs? inputs, Viewer viewer)
    {
        var cost = plan.Of(variables, new FilterCounter(limits.Value)) + (VariableCheck.Count(inputs) / CostModel.ValuesPerUnit);
        if (cost > limits.Value.MaxCost)
        {
            throw CostError.TooMuch(cost, limits.Value.MaxCost);
        }

        Charge(viewer, cost);
        return cost;
    }

    private void Charge(Viewer viewer, double cost)
    {
        if (budget.Take(viewer, cost) is { } wait)
        {
            throw CostError.TooFast(wait);
        }
    }
}
