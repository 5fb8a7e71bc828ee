using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>A page of dishes, filtered and sorted.</summary>
internal sealed class PageQuery
{
    private const int Size = 20;

    private readonly SqliteCommand _dishes;
    private readonly SqliteParameter _max = new("@max", SqliteType.Integer);
    private readonly SqliteParameter _text = new("@text", SqliteType.Text);
    private readonly SqliteParameter _limit = new("@limit", SqliteType.Integer) { Value = Size + 1 };
    private readonly PageCursor _cursor = new();
    private readonly PageEnd _end = new();

    public PageQuery(SqliteConnection connection) => _dishes = connection.Prepare(
        """
        SELECT "Id", "Name", "Price" FROM "Dishes"
        WHERE "CategoryId" IS NOT NULL AND "Price" <= @max AND instr("Name", @text) > 0
        ORDER BY "Price" DESC, "Name", "Id" LIMIT @limit
        """,
        _max,
        _text,
        _limit);

    /// <summary>Writes the answer.</summary>
    public void Write(JsonBytes json, Request request)
    {
        _max.Value = (long)decimal.Floor(request.Max * 100);
        _text.Value = request.Text;
        json.Raw("""{"data":{"dishes":{"nodes":["""u8);
        _end.Clear();
        using var dishes = _dishes.ExecuteReader();
        while (_end.Count < Size && dishes.Read())
        {
            var row = dishes.Handle!;
            json.Raw("""{"id":"""u8);
            json.Id("Dish:"u8, row, 0);
            json.Raw(""","name":"""u8);
            json.Text(row, 1);
            json.Raw(""","price":{"amount":"""u8);
            json.Amount(row, 2);
            json.Raw("}},"u8);
            _end.Mark(row, id: 0, text: 1, number: 2);
        }

        json.TrimComma();
        json.Raw("""],"pageInfo":{"hasNextPage":"""u8);
        json.Raw(_end.Count == Size && dishes.Read() ? "true"u8 : "false"u8);
        json.Raw(""","endCursor":"""u8);
        if (_end.Count == 0)
        {
            json.Raw("null"u8);
        }
        else
        {
            _cursor.WriteDish(json, _end.Number, _end.Text, _end.Id);
        }

        json.Raw("}}}}"u8);
    }
}
