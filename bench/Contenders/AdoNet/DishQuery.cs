using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>One dish by its id.</summary>
internal sealed class DishQuery
{
    private readonly SqliteCommand _dish;
    private readonly SqliteParameter _id = new("@id", SqliteType.Integer);

    public DishQuery(SqliteConnection connection) => _dish = connection.Prepare(
        """
        SELECT d."Id", d."Name", d."Description", d."Price", d."IsAvailable", d."Allergens", c."Id", c."Name"
        FROM "Dishes" AS d LEFT JOIN "Categories" AS c ON c."Id" = d."CategoryId" WHERE d."Id" = @id
        """,
        _id);

    /// <summary>Writes the answer.</summary>
    public void Write(JsonBytes json, Request request)
    {
        _id.Value = GlobalId.KeyOfDish(request.Id);
        json.Raw("""{"data":{"dishById":"""u8);
        using var dish = _dish.ExecuteReader();
        if (!dish.Read())
        {
            json.Raw("null}}"u8);
            return;
        }

        var row = dish.Handle!;
        json.Raw("""{"id":"""u8);
        json.Id("Dish:"u8, row, 0);
        json.Raw(""","name":"""u8);
        json.Text(row, 1);
        json.Raw(""","description":"""u8);
        json.Text(row, 2);
        json.Raw(""","price":{"amount":"""u8);
        json.Amount(row, 3);
        json.Raw(""","currency":"USD"},"isAvailable":"""u8);
        json.Flag(row, 4);
        json.Raw(""","allergens":"""u8);
        json.Raw(row, 5);
        if (dish.IsDBNull(6))
        {
            json.Raw(""","category":null}}}"""u8);
            return;
        }

        json.Raw(""","category":{"id":"""u8);
        json.Id("Category:"u8, row, 6);
        json.Raw(""","name":"""u8);
        json.Text(row, 7);
        json.Raw("}}}}"u8);
    }
}
