using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>What a selection costs, as far as the document says it: pages are as long as their variables say at each request.</summary>
internal sealed class CostPlan
{
    private const double Most = 1e15;

    private readonly double _weight;
    private readonly Func<Variables, double>? _size;
    private readonly double _fixedSize;
    private readonly CostPlan[] _below;

    private CostPlan(double weight, double fixedSize, Func<Variables, double>? size, CostPlan[] below) =>
        (_weight, _fixedSize, _size, _below) = (weight, fixedSize, size, below);

    /// <summary>The plan of what is selected on a type.</summary>
    public static CostPlan Of(ISchema schema, IObjectGraphType type, Selection selection, PagingOptions paging) =>
        new(0, 1, null, [.. Below(new Reckoning(schema, paging), type, selection, page: null)]);

    /// <summary>The cost under the values of variables.</summary>
    public double Of(Variables variables)
    {
        var below = 0.0;
        foreach (var plan in _below)
        {
            below += plan.Of(variables);
        }

        return Math.Min(Most, (_size?.Invoke(variables) ?? _fixedSize) * (_weight + below));
    }

    private static IEnumerable<CostPlan> Below(Reckoning reckoning, IGraphType type, Selection selection, SelectedField? page) => type switch
    {
        // Of several possible types the dearest counts.
        IAbstractGraphType abstraction => abstraction.PossibleTypes
            .Select(possible => Below(reckoning, possible, selection, page).ToArray())
            .OrderByDescending(static plans => plans.Sum(static plan => plan.Of(Variables.None)))
            .FirstOrDefault() ?? [],
        IObjectGraphType known => selection.On(known).Select(selected => Of(reckoning, known, selected, page)),
        _ => [],
    };

    private static CostPlan Of(Reckoning reckoning, IObjectGraphType parent, SelectedField selected, SelectedField? page)
    {
        if (selected.Field.Name.StartsWith("__", StringComparison.Ordinal))
        {
            return new CostPlan(selected.Field.ResolvedType!.GetNamedType() is ScalarGraphType ? 0 : CostModel.Introspection, 1, null, []);
        }

        var type = (IGraphType)selected.Field.ResolvedType!.GetNamedType();
        var isConnection = CostModel.IsConnection(type);
        var below = Below(reckoning, type, selected.Below, isConnection ? selected : null).ToArray();
        var isPage = page is not null && selected.Field.Name is ConnectionFields.Edges or ConnectionFields.Nodes;
        var size = isPage ? PageSize(page!, reckoning.Paging)
            : selected.Field.Name == "nodes" && parent == reckoning.Schema.Query ? LengthOf(selected, "ids")
            : null;
        return new CostPlan(
            CostModel.WeightOf(parent, selected.Field, reckoning.Schema), CostModel.SizeOf(selected.Field) ?? 1, size, below);
    }

    // A page that is larger than it may be is an error of its own.
    private static Func<Variables, double> PageSize(SelectedField page, PagingOptions paging)
    {
        var (first, last) = (ArgumentOf(page, "first"), ArgumentOf(page, "last"));
        return variables => Math.Min(Number(first, variables) ?? Number(last, variables) ?? paging.DefaultPageSize, paging.MaxPageSize);
    }

    private static Func<Variables, double> LengthOf(SelectedField field, string name)
    {
        var value = ArgumentOf(field, name);
        return variables => value switch
        {
            GraphQLListValue { Values: { } items } => items.Count,
            GraphQLVariable variable when variables.ValueFor(variable.Name.StringValue, out var given) && given.Value is System.Collections.ICollection items => items.Count,
            _ => 1,
        };
    }

    private static GraphQLValue? ArgumentOf(SelectedField field, string name) =>
        field.Ast.Arguments?.Items.Find(argument => argument.Name.Value == name)?.Value;

    private static double? Number(GraphQLValue? value, Variables variables) => value switch
    {
        GraphQLIntValue literal when double.TryParse(literal.Value.Span, System.Globalization.CultureInfo.InvariantCulture, out var number) => Math.Max(0, number),
        GraphQLVariable variable when variables.ValueFor(variable.Name.StringValue, out var given) && given.Value is int number => Math.Max(0, number),
        _ => null,
    };

    private sealed record Reckoning(ISchema Schema, PagingOptions Paging);
}
