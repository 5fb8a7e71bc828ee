using Microsoft.Data.Sqlite;

namespace Restaurant.Graph.Commands;

/// <summary>Names the file, which SQLite leaves out when it cannot use it.</summary>
internal static class DatabaseFault
{
    /// <summary>Does something with a database.</summary>
    /// <param name="place">Where that is, asked for if it fails.</param>
    /// <param name="use">What is done.</param>
    public static async Task<T> NameAsync<T>(Func<string> place, Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (SqliteException fault)
        {
            throw new IOException($"The database cannot be used: {place()}: {fault.Message}", fault);
        }
    }
}
