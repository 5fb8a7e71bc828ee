using System.Globalization;
using Restaurant.Graph.Data.Copying;

namespace Restaurant.Graph.Commands;

/// <summary>What is said of a copy that is whole.</summary>
internal static class CopyReport
{
    /// <summary>Writes what the tables hold, and whether they held it before.</summary>
    public static void Write(Copied copied, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{"Table",-20}  {"Rows",12}  SHA-256"));
        foreach (var table in copied.Tables)
        {
            // There is no hash of nothing.
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Name,-20}  {table.Rows,12:N0}  {(table.Rows == 0 ? "" : table.Hash)}").TrimEnd());
        }

        var start = copied.WasWhole ? "The copy was whole already, and is" : "Whole, and";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{start} the same at both ends: {copied.Tables.Sum(static table => table.Rows):N0} rows in {copied.Tables.Count} tables."));
        if (copied.Tables.Sum(static table => table.Replaced) is > 0 and var replaced)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"NUL characters that PostgreSQL does not take, and that are U+FFFD now: {replaced:N0}."));
        }
    }
}
