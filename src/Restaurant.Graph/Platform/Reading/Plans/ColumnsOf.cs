using System.Linq.Expressions;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>Takes an expression over a row apart into the columns that it needs and what C# makes of them.</summary>
internal sealed class ColumnsOf : ExpressionVisitor
{
    private readonly ParameterExpression _values = Expression.Parameter(typeof(object?[]), "values");
    private readonly List<Expression> _columns = [];

    private ColumnsOf()
    {
    }

    /// <summary>Whether the whole of an expression can be left to the database: it calls nothing but what queries are made of.</summary>
    public static bool InQuery(Expression value)
    {
        var calls = new Calls();
        calls.Visit(value);
        return !calls.Found && value.Type is var type && (type.IsValueType || type == typeof(string));
    }

    /// <summary>The columns of an expression, and what computes its value from theirs.</summary>
    public static (IReadOnlyList<Expression> Columns, Func<object?[], object?> Compute) Find(Expression value)
    {
        var visitor = new ColumnsOf();
        var body = Expression.Convert(visitor.Visit(value), typeof(object));
        return (visitor._columns, Expression.Lambda<Func<object?[], object?>>(body, visitor._values).Compile());
    }

    /// <inheritdoc />
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null or ConstantExpression)
        {
            return node;
        }

        var index = _columns.FindIndex(column => string.Equals(column.ToString(), node.ToString(), StringComparison.Ordinal));
        if (index < 0)
        {
            index = _columns.Count;
            _columns.Add(node);
        }

        var read = StoredValue.Reader(node.Type);
        return Expression.Convert(
            Expression.Invoke(Expression.Constant(read), Expression.ArrayIndex(_values, Expression.Constant(index))), node.Type);
    }

    private sealed class Calls : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            Found |= node.Method.DeclaringType != typeof(Enumerable) && node.Method.DeclaringType != typeof(Queryable) && node.Method.DeclaringType != typeof(string);
            return base.VisitMethodCall(node);
        }
    }
}
