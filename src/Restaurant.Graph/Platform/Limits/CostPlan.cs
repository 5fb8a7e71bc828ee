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
    private readonly IReadOnlyList<(IGraphType Type, GraphQLValue Value)> _counted;
    private readonly CostPlan[] _below;

    private CostPlan(
        double weight,
        double fixedSize,
        Func<Variables, double>? size,
        IReadOnlyList<(IGraphType Type, GraphQLValue Value)> counted,
        CostPlan[] below) =>
        (_weight, _fixedSize, _size, _counted, _below) = (weight, fixedSize, size, counted, below);

    /// <summary>Number of lists and connections that are selected.</summary>
    public int Lists { get; private init; }

    /// <summary>The plan of what is selected on a type.</summary>
    /// <exception cref="LimitError">More lists are selected than may be.</exception>
    public static CostPlan Of(ISchema schema, IObjectGraphType type, Selection selection, PagingOptions paging, LimitOptions limits)
    {
        var reckoning = new Reckoning(schema, paging, limits);
        CostPlan[] below = [.. Below(reckoning, type, selection, page: null, new References(limits))];
        return new CostPlan(0, 1, null, [], below) { Lists = reckoning.Lists };
    }

    /// <summary>Returns the cost under the values of variables.</summary>
    /// <exception cref="LimitError">A filter or an order holds more than it may.</exception>
    public double Of(Variables variables, FilterCounter filters)
    {
        var below = _weight;
        foreach (var (type, value) in _counted)
        {
            below += filters.Price(type, new InputValue(value, variables));
        }

        foreach (var plan in _below)
        {
            below += plan.Of(variables, filters);
        }

        return Math.Min(Most, (_size?.Invoke(variables) ?? _fixedSize) * below);
    }

    private static IEnumerable<CostPlan> Below(
        Reckoning reckoning, IGraphType type, Selection selection, SelectedField? page, References references) => type switch
        {
            // Of several possible types the dearest counts.
            IAbstractGraphType abstraction => abstraction.PossibleTypes
                .Select(possible => Below(reckoning, possible, selection, page, new References(reckoning.Limits)).ToArray())
                .OrderByDescending(plans => plans.Sum(plan => plan.Of(Variables.None, new FilterCounter(reckoning.Limits))))
                .FirstOrDefault() ?? [],
            IObjectGraphType known => selection.On(known).Select(selected => Of(reckoning, known, selected, page, references)),
            _ => [],
        };

    private static CostPlan Of(
        Reckoning reckoning, IObjectGraphType parent, SelectedField selected, SelectedField? page, References references)
    {
        if (selected.Field.Name.StartsWith("__", StringComparison.Ordinal))
        {
            var isName = selected.Field.ResolvedType!.GetNamedType() is ScalarGraphType;
            return new CostPlan(isName ? 0 : CostModel.Introspection, 1, null, [], []);
        }

        var type = (IGraphType)selected.Field.ResolvedType!.GetNamedType();
        var isConnection = CostModel.IsConnection(type);
        var assumedSize = CostModel.SizeOf(selected.Field);
        var isList = isConnection || assumedSize is not null;
        if (!isList && selected.Field.Member() is { } member && Members.IsNavigation(member))
        {
            references.Count();
        }

        var isRoot = parent == reckoning.Schema.Query || parent == reckoning.Schema.Mutation || parent == reckoning.Schema.Subscription;
        var joined = isList || isRoot ? new References(reckoning.Limits) : references;
        var below = Below(reckoning, type, selected.Below, isConnection ? selected : null, joined).ToArray();
        var isPage = page is not null && selected.Field.Name is ConnectionFields.Edges or ConnectionFields.Nodes;
        var size = isPage ? PageSize(page!, reckoning.Paging)
            : selected.Field.Name == "nodes" && parent == reckoning.Schema.Query ? LengthOf(selected, "ids")
            : null;
        if (isList && !isPage)
        {
            reckoning.CountList();
        }

        return new CostPlan(
            CostModel.WeightOf(parent, selected.Field, reckoning.Schema), assumedSize ?? 1, size, CountedOf(selected), below);
    }

    private static List<(IGraphType Type, GraphQLValue Value)> CountedOf(SelectedField selected) =>
    [
        .. from argument in selected.Ast.Arguments?.Items ?? []
           let type = selected.Field.Arguments?.Find(argument.Name.Value)?.ResolvedType
           where type is not null && FilterCounter.Counts(type)
           select (type, argument.Value),
    ];

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

    /// <summary>Counts the references that are followed from the rows of one list.</summary>
    private sealed class References(LimitOptions limits)
    {
        private int _count;

        public void Count() => LimitError.Check(
            ++_count, limits.MaxReferences, "references from the rows of one list (Limits:MaxReferences)", "The operation follows");
    }

    private sealed record Reckoning(ISchema Schema, PagingOptions Paging, LimitOptions Limits)
    {
        public int Lists { get; private set; }

        public void CountList() =>
            LimitError.Check(++Lists, Limits.MaxLists, "lists and connections (Limits:MaxLists)", "The operation selects");
    }
}
