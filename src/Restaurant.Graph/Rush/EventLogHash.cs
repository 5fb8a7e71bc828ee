using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Restaurant.Graph.Rush;

/// <summary>What tells one evening from another: a hash of all that the event log says, row by row.</summary>
internal static class EventLogHash
{
    /// <summary>The hash of the log, and how many events it has.</summary>
    public static async Task<(string Hash, int Events)> OfAsync(DbConnection connection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT * FROM "Events" ORDER BY "Number" """;
        await using var rows = await command.ExecuteReaderAsync();
        var events = 0;
        for (; await rows.ReadAsync(); events++)
        {
            for (var column = 0; column < rows.FieldCount; column++)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{rows.GetName(column)}={rows.GetValue(column)}\n")));
            }
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), events);
    }
}
