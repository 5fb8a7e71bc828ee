using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>
/// Puts the database context of now in the place of the one that an expression was made with: a field that a feature adds may ask other tables,
/// and its expression outlives the scope of whoever compiled it first.
/// </summary>
internal sealed class InContext(DbContext db) : ExpressionVisitor
{
    /// <inheritdoc />
    protected override Expression VisitMember(MemberExpression node) =>
        node is { Expression: ConstantExpression, Member: FieldInfo } && node.Type.IsInstanceOfType(db) ? Expression.Constant(db, node.Type) : base.VisitMember(node);
}
