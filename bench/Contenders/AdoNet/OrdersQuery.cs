using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>A page of orders, the latest first.</summary>
internal sealed class OrdersQuery
{
    private const int Size = 50;

    private readonly SqliteCommand _first;
    private readonly SqliteCommand _after;
    private readonly SqliteParameter _at = new("@at", SqliteType.Text);
    private readonly SqliteParameter _id = new("@id", SqliteType.Integer);
    private readonly PageCursor _cursor = new();
    private readonly PageEnd _end = new();

    public OrdersQuery(SqliteConnection connection)
    {
        _first = connection.Prepare(
            """SELECT "Id", "Number", "Status", "PlacedAt", "Total" FROM "Orders" ORDER BY "PlacedAt" DESC, "Id" LIMIT 51""");
        _after = connection.Prepare(
            """
            SELECT "Id", "Number", "Status", "PlacedAt", "Total" FROM "Orders"
            WHERE "PlacedAt" <= @at AND ("PlacedAt" < @at OR "Id" > @id) ORDER BY "PlacedAt" DESC, "Id" LIMIT 51
            """,
            _at,
            _id);
    }

    /// <summary>Writes the answer.</summary>
    public void Write(JsonBytes json, Request request)
    {
        json.Raw("""{"data":{"orders":{"nodes":["""u8);
        _end.Clear();
        using var orders = Open(request.Cursor);
        while (_end.Count < Size && orders.Read())
        {
            var row = orders.Handle!;
            json.Raw("""{"id":"""u8);
            json.Id("Order:"u8, row, 0);
            json.Raw(""","number":"""u8);
            json.Number(row, 1);
            json.Raw(""","status":"""u8);
            json.Text(row, 2);
            json.Raw(""","placedAt":"""u8);
            json.Text(row, 3);
            json.Raw(""","total":{"amount":"""u8);
            json.Amount(row, 4);
            json.Raw("}},"u8);
            _end.Mark(row, id: 0, text: 3, number: 1);
        }

        json.TrimComma();
        json.Raw("""],"pageInfo":{"hasNextPage":"""u8);
        json.Raw(_end.Count == Size && orders.Read() ? "true"u8 : "false"u8);
        json.Raw(""","endCursor":"""u8);
        if (_end.Count == 0)
        {
            json.Raw("null"u8);
        }
        else
        {
            _cursor.WriteOrder(json, _end.Text, _end.Id);
        }

        json.Raw("}}}}"u8);
    }

    private SqliteDataReader Open(string? cursor)
    {
        if (cursor is null)
        {
            return _first.ExecuteReader();
        }

        (_at.Value, _id.Value) = PageCursor.ReadOrder(cursor);
        return _after.ExecuteReader();
    }
}
