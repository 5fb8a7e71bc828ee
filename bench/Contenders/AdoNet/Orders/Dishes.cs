using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Contenders.AdoNet.Orders;

/// <summary>What can be ordered, read once and kept.</summary>
internal sealed class Dishes
{
    private readonly Dictionary<long, Dish> _dishes = [];

    public Dishes(SqliteConnection connection)
    {
        using var dishes = connection.Prepare(
            """
            SELECT d."Id", d."Name", d."Price", d."IsAvailable", t."BasisPoints"
            FROM "Dishes" AS d INNER JOIN "TaxGroups" AS t ON t."Id" = d."TaxGroupId" WHERE d."CategoryId" IS NOT NULL
            """);
        using var rows = dishes.ExecuteReader();
        while (rows.Read())
        {
            _dishes.Add(rows.GetInt64(0), new Dish(rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), rows.GetBoolean(3), rows.GetInt32(4)));
        }
    }

    /// <summary>The lines of an order; where one of them cannot be had, the name of the error.</summary>
    public (IReadOnlyList<Line> Lines, string? Error) Check(OrderRequest request)
    {
        const int MaxLines = 100;
        if (request.Lines.Count is 0 or > MaxLines)
        {
            return ([], request.Lines.Count == 0 ? "EmptyOrderError" : "TooManyLinesError");
        }

        var lines = new List<Line>(request.Lines.Count);
        foreach (var (key, quantity) in request.Lines)
        {
            if (!_dishes.TryGetValue(key, out var dish))
            {
                return ([], "DishNotFoundError");
            }

            if (!dish.IsAvailable || quantity is < 1 or > 99)
            {
                return ([], dish.IsAvailable ? "InvalidQuantityError" : "DishUnavailableError");
            }

            lines.Add(new Line(dish, quantity));
        }

        return (lines, null);
    }
}

/// <summary>A dish.</summary>
internal sealed record Dish(long Id, string Name, long Price, bool IsAvailable, int BasisPoints);

/// <summary>One position of an order.</summary>
internal readonly record struct Line(Dish Dish, int Quantity)
{
    /// <summary>What it costs before tax.</summary>
    public long Total => Dish.Price * Quantity;
}
