using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>The first orders with their lines, dishes and categories: one statement, in which an order is as many rows as it has lines.</summary>
internal sealed class DeepQuery
{
    private readonly SqliteCommand _lines;

    public DeepQuery(SqliteConnection connection) => _lines = connection.Prepare(
        """
        SELECT o."Id", o."Number", o."Status", o."Total", l."Id", l."Quantity", l."LineTotal", d."Id", d."Name", c."Id", c."Name"
        FROM (SELECT "Id", "Number", "Status", "Total" FROM "Orders" ORDER BY "Id" LIMIT 20) AS o
        LEFT JOIN "OrderLines" AS l ON l."OrderId" = o."Id"
        LEFT JOIN "Dishes" AS d ON d."Id" = l."DishId"
        LEFT JOIN "Categories" AS c ON c."Id" = d."CategoryId"
        ORDER BY o."Id", l."Id"
        """);

    /// <summary>Writes the answer.</summary>
    public void Write(JsonBytes json)
    {
        json.Raw("""{"data":{"orders":{"nodes":["""u8);
        using var lines = _lines.ExecuteReader();
        var order = 0L;
        while (lines.Read())
        {
            var row = lines.Handle!;
            var id = raw.sqlite3_column_int64(row, 0);
            if (id != order)
            {
                End(json, order);
                WriteOrder(json, row);
                order = id;
            }

            if (!lines.IsDBNull(4))
            {
                WriteLine(json, row, hasCategory: !lines.IsDBNull(9));
            }
        }

        End(json, order);
        json.TrimComma();
        json.Raw("]}}}"u8);
    }

    private static void End(JsonBytes json, long order)
    {
        if (order != 0)
        {
            json.TrimComma();
            json.Raw("]},"u8);
        }
    }

    private static void WriteOrder(JsonBytes json, sqlite3_stmt row)
    {
        json.Raw("""{"id":"""u8);
        json.Id("Order:"u8, row, 0);
        json.Raw(""","number":"""u8);
        json.Number(row, 1);
        json.Raw(""","status":"""u8);
        json.Text(row, 2);
        json.Raw(""","total":{"amount":"""u8);
        json.Amount(row, 3);
        json.Raw("""},"lines":["""u8);
    }

    private static void WriteLine(JsonBytes json, sqlite3_stmt row, bool hasCategory)
    {
        json.Raw("""{"id":"""u8);
        json.Id("OrderLine:"u8, row, 4);
        json.Raw(""","quantity":"""u8);
        json.Number(row, 5);
        json.Raw(""","lineTotal":{"amount":"""u8);
        json.Amount(row, 6);
        json.Raw("""},"dish":{"id":"""u8);
        json.Id("Dish:"u8, row, 7);
        json.Raw(""","name":"""u8);
        json.Text(row, 8);
        if (!hasCategory)
        {
            json.Raw(""","category":null}},"""u8);
            return;
        }

        json.Raw(""","category":{"id":"""u8);
        json.Id("Category:"u8, row, 9);
        json.Raw(""","name":"""u8);
        json.Text(row, 10);
        json.Raw("}}},"u8);
    }
}
