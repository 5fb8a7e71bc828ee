using GraphQL.Types;
using GraphQL.Validation;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Lets in what costs no more than it may, and no more than is left to whoever asks.</summary>
internal sealed class CostGate(CostBudget budget, IOptions<LimitOptions> limits, IOptions<PagingOptions> paging)
{
    /// <summary>How what is selected on a type is reckoned.</summary>
    public CostPlan PlanOf(ISchema schema, IObjectGraphType type, Selection selection) => CostPlan.Of(schema, type, selection, paging.Value);

    /// <summary>Lets a document in that is not known yet, valid or not: to look at it costs, too.</summary>
    /// <exception cref="CostError">It costs too much for now.</exception>
    public void AdmitDocument(string text, Viewer viewer)
    {
        if (budget.Take(viewer, (double)text.Length / CostModel.CharactersOfDocument) is { } wait)
        {
            throw CostError.TooFast(wait);
        }
    }

    /// <summary>Lets an operation in.</summary>
    /// <returns>What it costs.</returns>
    /// <exception cref="CostError">It costs too much.</exception>
    public double Admit(CostPlan plan, Variables variables, Viewer viewer)
    {
        var cost = plan.Of(variables);
        return cost > limits.Value.MaxCost ? throw CostError.TooMuch(cost, limits.Value.MaxCost)
            : budget.Take(viewer, cost) is { } wait ? throw CostError.TooFast(wait)
            : cost;
    }
}
