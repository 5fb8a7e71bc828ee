using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>Measures how deep an expression is nested before a translator follows it.</summary>
internal sealed class ExpressionDepth : ExpressionVisitor
{
    /// <summary>Maximum depth: EF Core needs less than a tenth of the stack of a <see cref="CompilationThread"/> for it.</summary>
    public const int Maximum = 500;

    private int _depth;

    private ExpressionDepth()
    {
    }

    /// <summary>Checks the depth of a query.</summary>
    /// <exception cref="LimitError">It exceeds <see cref="Maximum"/>.</exception>
    public static void Check(Expression query) => new ExpressionDepth().Visit(query);

    /// <summary>Creates the error of a query that is nested too deep.</summary>
    public static LimitError TooDeep() => new("The operation has", $"{Maximum} levels in its conditions and sort keys");

    /// <inheritdoc />
    public override Expression? Visit(Expression? node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_depth > Maximum)
        {
            throw TooDeep();
        }

        var visited = base.Visit(node);
        _depth--;
        return visited;
    }
}
