using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>Instants in queries, as numbers that can be reckoned with: each database has a function of its own for that.</summary>
public static class Instants
{
    /// <summary>The seconds since 1970 (UTC), with their fraction.</summary>
    public static double Seconds(DateTimeOffset instant) => throw new NotSupportedException($"The database alone can tell of {instant}.");

    /// <summary>Tells a model how its database does it.</summary>
    internal static void Declare(ModelBuilder model, DatabaseProvider provider) => model
        .HasDbFunction(typeof(Instants).GetMethod(nameof(Seconds))!)
        .HasTranslation(arguments => provider == DatabaseProvider.PostgreSql
            ? Call("date_part", [new SqlConstantExpression("epoch", new StringTypeMapping("text", dbType: null)), arguments[0]])
            : Call("unixepoch", [arguments[0], new SqlConstantExpression("subsec", new StringTypeMapping("TEXT", dbType: null))]));

    private static SqlFunctionExpression Call(string function, IReadOnlyList<SqlExpression> arguments) =>
        new(function, arguments, nullable: true, arguments.Select(static _ => true), typeof(double), new DoubleTypeMapping("double precision"));
}
