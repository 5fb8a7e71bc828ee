using System.Data.Common;

namespace Restaurant.Graph.Tests.Support;

/// <summary>Where the restaurant of a test is: in a file of its own, or, where a server of PostgreSQL is named, in a database of its own there.</summary>
internal abstract class TestStore : IAsyncDisposable
{
    /// <summary>What tells a server where it is.</summary>
    public abstract string[] Settings { get; }

    /// <summary>One with the seed menu in it.</summary>
    public static async Task<TestStore> NewAsync() =>
        PostgreSqlServer.Named is { } server ? await TestDatabase.NewAsync(server) : new TestFile(await Database.CopyAsync());

    /// <summary>A connection that no server knows of, open.</summary>
    public abstract DbConnection Connect();

    /// <summary>Another with the same in it, as it is now.</summary>
    public abstract Task<TestStore> CopyAsync();

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <summary>Changes something behind the servers' backs.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What a query finds; whole numbers are all of one type.</summary>
    public List<object[]> Rows(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(Array.ConvertAll(row, static value => value is int number ? (long)number : value));
        }

        return rows;
    }
}
