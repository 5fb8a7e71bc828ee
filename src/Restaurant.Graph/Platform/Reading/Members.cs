using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using Microsoft.EntityFrameworkCore.Query;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>What of a class is in the schema: one rule for fields, filters and sorting.</summary>
internal static class Members
{
    /// <summary>The properties that are fields: public, not ignored, neither a foreign key nor the key of a row that is no node.</summary>
    public static IEnumerable<PropertyInfo> Of(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
        .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
        .Where(property => !property.GetMethod!.IsStatic || ComputedOf(property) is not null)
        .Where(property => !property.IsDefined(typeof(IgnoreAttribute)))
        .Where(property => IsKey(property) ? type.IsAssignableTo(typeof(INode)) : !IsForeignKey(property));

    /// <summary>The properties that are columns or navigations, over which rows can be filtered and sorted.</summary>
    public static IEnumerable<PropertyInfo> StoredOf(Type type) => Of(type)
        .Where(property => property.SetMethod is not null || IsNavigation(property));

    /// <summary>
    /// What computes a field that is declared as a static property with an expression over the row; null for all others. Where it is all
    /// made of what EF Core can translate, the database computes it.
    /// </summary>
    public static LambdaExpression? ComputedOf(PropertyInfo property) =>
        property.GetMethod is { IsStatic: true } && property.PropertyType.IsAssignableTo(typeof(LambdaExpression))
            ? (LambdaExpression)property.GetValue(null)!
            : null;

    /// <summary>What a computed field is for a row; one that takes a viewer as well is for all of a role.</summary>
    public static Expression BodyOf(LambdaExpression computed, Expression row, string role)
    {
        var body = ReplacingExpressionVisitor.Replace(computed.Parameters[0], row, computed.Body);
        return computed.Parameters.Count == 1 ? body : ReplacingExpressionVisitor.Replace(computed.Parameters[1], Expression.Constant(new Viewer(role, Key: 0)), body);
    }

    /// <summary>The expression that gets a property of a row.</summary>
    public static LambdaExpression GetterOf(PropertyInfo property)
    {
        var row = Expression.Parameter(property.DeclaringType!, "row");
        return Expression.Lambda(Expression.Property(row, property), row);
    }

    /// <summary>Whether a member is the key of a row.</summary>
    public static bool IsKey(MemberInfo member) =>
        string.Equals(member.Name, nameof(IRow.Id), StringComparison.Ordinal) && member.DeclaringType!.IsAssignableTo(typeof(IRow));

    /// <summary>What a list property is a list of; null where it is no list.</summary>
    public static Type? ElementOf(PropertyInfo property) => ElementOf(property.PropertyType);

    /// <summary>What a type is a list of; null where it is none.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0] : null;

    /// <summary>Whether a property refers to another row or to rows.</summary>
    public static bool IsNavigation(PropertyInfo property) =>
        (ElementOf(property) ?? property.PropertyType).IsAssignableTo(typeof(IRow));

    private static bool IsForeignKey(PropertyInfo property) =>
        property.Name.EndsWith(nameof(IRow.Id), StringComparison.Ordinal)
        && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(long);
}
