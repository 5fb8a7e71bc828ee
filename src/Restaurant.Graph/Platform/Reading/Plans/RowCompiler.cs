using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore.Query;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>Turns selections on rows into columns, the parts they are written in, and branches.</summary>
internal sealed class RowCompiler(PlanScope scope, ParameterExpression source)
{
    private readonly List<Expression> _columns = [];
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly List<Branch> _branches = [];
    private readonly List<Part[]> _renderings = [];

    /// <summary>Adds a form in which rows are written.</summary>
    /// <returns>Its index.</returns>
    public int Render(Part[] parts)
    {
        _renderings.Add(parts);
        return _renderings.Count - 1;
    }

    /// <summary>Reads a column; the same one is read once.</summary>
    /// <returns>Its place among the columns, which is that of the SQL, as EF Core emits a column that is selected twice only once.</returns>
    public int Column(Expression value)
    {
        // A conversion changes nothing of what the SQL selects.
        while (value is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
        {
            value = conversion.Operand;
        }

        // The key of what is ranked is that of the row.
        if (value is MemberExpression { Member.Name: nameof(IRow.Id), Expression: { } item } && Ranked.IsRanked(item.Type))
        {
            value = KeyOf(Expression.Property(item, nameof(Ranked<>.Row)));
        }

        var name = value.ToString();
        if (!_ordinals.TryGetValue(name, out var ordinal))
        {
            _ordinals.Add(name, ordinal = _columns.Count);
            _columns.Add(value);
        }

        return ordinal;
    }

    /// <summary>The plan of all that was asked for.</summary>
    /// <param name="key">The column by which rows are grouped; null if they all belong together.</param>
    /// <param name="row">The row, of which the key is read where nothing else is.</param>
    public RowsPlan Plan(int? key, Expression row)
    {
        if (_columns.Count == 0)
        {
            Column(KeyOf(row));
        }

        return new(_columns, source, key, _renderings, _branches);
    }

    /// <summary>The parts of an object.</summary>
    public Part[] Object(IObjectGraphType type, Selection selection, Expression row) =>
        ObjectParts.Of(type, selection, selected => Field(type, selected, row));

    private Part Field(IObjectGraphType type, SelectedField selected, Expression row)
    {
        if (selected.Field.Extension() is { } extension)
        {
            if (extension.IsBatch)
            {
                return Leave(new BatchBranch(extension, selected), row);
            }

            var added = extension.ExpressionFor(scope.Services);
            return extension.IsList
                ? Leave(ListBranch.Of(scope, added, selected), row)
                : Computed(ReplacingExpressionVisitor.Replace(added.Parameters[0], row, added.Body), selected);
        }

        var property = selected.Field.Member() ?? throw new NotPlannedException($"{type.Name}.{selected.Field.Name} has a resolver of its own.");
        if (Members.ComputedOf(property) is { } computed)
        {
            return Computed(Members.BodyOf(computed, row, scope.Viewer.Role), selected);
        }

        if (Members.IsKey(property))
        {
            return new ColumnPart(Column(KeyOf(row)), Format.GlobalId(type.Name));
        }

        if (!Members.IsNavigation(property))
        {
            return property.PropertyType == typeof(Money.Money)
                ? Money(selected, Expression.Property(row, property))
                : Value(Column(Text(property, row) ?? Expression.Property(row, property)), Formats.Of(property), selected);
        }

        if (Members.ElementOf(property) is null)
        {
            return Reference(selected, Expression.Property(row, property));
        }

        return Leave(
            property.IsDefined(typeof(UsePagingAttribute))
                ? NestedConnection.Of(property, selected, scope.Services.GetRequiredService<ConnectionServices>())
                : ListBranch.Of(scope, Members.GetterOf(property), selected),
            row);
    }

    private BranchPart Leave(Branch branch, Expression row)
    {
        _branches.Add(branch);
        return new BranchPart(_branches.Count - 1, Column(KeyOf(row)));
    }

    private ReferencePart Reference(SelectedField selected, Expression row)
    {
        Expression key = Expression.Convert(KeyOf(row), typeof(long?));
        if (scope.Visibility.On(row) is { } isVisible)
        {
            key = Expression.Condition(isVisible, key, Expression.Constant(null, typeof(long?)));
        }

        var ordinal = Column(key);
        return new ReferencePart(ordinal, selected.IsNullable, Object(selected.ObjectType, selected.Below, row));
    }

    private JoinedPart Money(SelectedField selected, Expression money) =>
        new(ObjectParts.OfMoney(selected, Column(Expression.Property(money, nameof(Platform.Money.Money.MinorUnits))), scope.Currency));

    // What the database can compute is a column; what it cannot is made in C# of the columns that it takes.
    private Part Computed(Expression value, SelectedField selected)
    {
        if (ColumnsOf.InQuery(value))
        {
            return Value(Column(value), Formats.Of(value.Type), selected);
        }

        var (columns, compute) = ColumnsOf.Find(value);
        return new ComputedPart([.. columns.Select(Column)], compute, ValueWriter.Of(selected.Field.ResolvedType!, selected.Below));
    }

    private Expression? Text(PropertyInfo property, Expression row) =>
        TranslatedAttribute.IsOn(property) ? Translations.Of(row, property, scope.Languages) : null;

    private static Part Value(int ordinal, Format format, SelectedField selected) =>
        selected.IsNullable ? new NullablePart(ordinal, format) : new ColumnPart(ordinal, format);

    private static MemberExpression KeyOf(Expression row) => Expression.Property(row, nameof(IRow.Id));
}
