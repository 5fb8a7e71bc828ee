using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>The orders in a database.</summary>
internal static class PlacedOrders
{
    /// <summary>Throws unless there are just as many as were acknowledged, and all as they have to be.</summary>
    public static async Task CheckAsync(string who, PostgreSqlDatabase database, int acknowledged)
    {
        // A statement of two numbers: how many there are, and how many of them are wrong.
        var counts = await database.KeysAsync(Resources.Text("postgresql.placed.sql"));
        if (counts is not [var placed, 0] || placed != acknowledged)
        {
            throw new InvalidDataException($"{acknowledged} orders were acknowledged by {who}; there are {counts[0]}, and {counts[1]} are not as they have to be.");
        }

        Console.WriteLine($"  {who} has stored the {acknowledged:#,##0} orders that were acknowledged, and rightly");
    }
}
