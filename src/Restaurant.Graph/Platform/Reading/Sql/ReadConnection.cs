namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>An open connection that only reads, for one operation at a time.</summary>
internal abstract class ReadConnection
{
    /// <summary>How many statements the operation has run, snapshots not counted.</summary>
    public int Statements { get; protected set; }

    /// <summary>Runs a statement and shows the cells of each row that it finds.</summary>
    /// <exception cref="ReadLimitError">It took too long.</exception>
    public abstract ValueTask ReadAsync(Statement statement, Bindings bindings, IRowReader rows);
}
