using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>
/// The whole menu. The statement that reads the menus stays open while those inside it run, so that all of them see one state of the
/// data; each reads by an index, in order.
/// </summary>
internal sealed class MenuQuery
{
    private readonly SqliteCommand _menus;
    private readonly SqliteCommand _windows;
    private readonly SqliteCommand _categories;
    private readonly SqliteCommand _dishes;
    private readonly SqliteParameter _menuOfWindow = new("@menu", SqliteType.Integer);
    private readonly SqliteParameter _menuOfCategory = new("@menu", SqliteType.Integer);
    private readonly SqliteParameter _category = new("@category", SqliteType.Integer);

    public MenuQuery(SqliteConnection connection)
    {
        _menus = connection.Prepare("""SELECT "Id", "Name", "Description" FROM "Menus" ORDER BY "Position", "Id" """);
        _windows = connection.Prepare(
            """SELECT "Day", "Opens", "Closes" FROM "ServingWindow" WHERE "DaypartMenuId" = @menu ORDER BY "Id" """, _menuOfWindow);
        _categories = connection.Prepare(
            """
            SELECT c."Id", c."Name", c."Description"
            FROM "CategoryDaypartMenu" AS m INNER JOIN "Categories" AS c ON c."Id" = m."CategoriesId"
            WHERE m."MenusId" = @menu ORDER BY c."Position", c."Id"
            """,
            _menuOfCategory);
        _dishes = connection.Prepare(
            """
            SELECT "Id", "Name", "Description", "Price", "IsAvailable", "Allergens", "DietaryTags", "PreparationMinutes"
            FROM "Dishes" WHERE "CategoryId" = @category ORDER BY "Position", "Id"
            """,
            _category);
    }

    /// <summary>Writes the answer.</summary>
    public void Write(JsonBytes json)
    {
        json.Raw("""{"data":{"menus":["""u8);
        using var menus = _menus.ExecuteReader();
        while (menus.Read())
        {
            var row = menus.Handle!;
            json.Raw("""{"id":"""u8);
            json.Id("Menu:"u8, row, 0);
            json.Raw(""","name":"""u8);
            json.Text(row, 1);
            json.Raw(""","description":"""u8);
            json.Text(row, 2);
            json.Raw(""","windows":["""u8);
            var id = menus.GetInt64(0);
            WriteWindows(json, id);
            json.Raw("""],"categories":["""u8);
            WriteCategories(json, id);
            json.Raw("]},"u8);
        }

        json.TrimComma();
        json.Raw("]}}"u8);
    }

    private void WriteWindows(JsonBytes json, long menu)
    {
        _menuOfWindow.Value = menu;
        using var windows = _windows.ExecuteReader();
        while (windows.Read())
        {
            var row = windows.Handle!;
            json.Raw("""{"day":"""u8);
            json.Text(row, 0);
            json.Raw(""","opens":"""u8);
            json.Text(row, 1);
            json.Raw(""","closes":"""u8);
            json.Text(row, 2);
            json.Raw("},"u8);
        }

        json.TrimComma();
    }

    private void WriteCategories(JsonBytes json, long menu)
    {
        _menuOfCategory.Value = menu;
        using var categories = _categories.ExecuteReader();
        while (categories.Read())
        {
            var row = categories.Handle!;
            json.Raw("""{"id":"""u8);
            json.Id("Category:"u8, row, 0);
            json.Raw(""","name":"""u8);
            json.Text(row, 1);
            json.Raw(""","description":"""u8);
            json.Text(row, 2);
            json.Raw(""","dishes":["""u8);
            WriteDishes(json, categories.GetInt64(0));
            json.Raw("]},"u8);
        }

        json.TrimComma();
    }

    private void WriteDishes(JsonBytes json, long category)
    {
        _category.Value = category;
        using var dishes = _dishes.ExecuteReader();
        while (dishes.Read())
        {
            var row = dishes.Handle!;
            json.Raw("""{"id":"""u8);
            json.Id("Dish:"u8, row, 0);
            json.Raw(""","name":"""u8);
            json.Text(row, 1);
            json.Raw(""","description":"""u8);
            json.Text(row, 2);
            json.Raw(""","price":{"amount":"""u8);
            json.Amount(row, 3);
            json.Raw(""","currency":"USD","minorUnits":"""u8);
            json.Number(row, 3);
            json.Raw("""},"isAvailable":"""u8);
            json.Flag(row, 4);
            json.Raw(""","allergens":"""u8);
            json.Raw(row, 5);
            json.Raw(""","dietaryTags":"""u8);
            json.Raw(row, 6);
            json.Raw(""","preparationMinutes":"""u8);
            json.Number(row, 7);
            json.Raw("},"u8);
        }

        json.TrimComma();
    }
}
