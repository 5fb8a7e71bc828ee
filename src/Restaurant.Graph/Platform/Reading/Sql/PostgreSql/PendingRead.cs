using Npgsql;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Reading.Sql.PostgreSql;

/// <summary>A statement that waits to be sent, together with others of the same operation.</summary>
internal sealed class PendingRead(Statement statement, Bindings bindings, IRowReader rows)
{
    // Whoever waits goes on where the answer comes in, and may ask for more before the next batch is sent.
    private readonly TaskCompletionSource _done = new();

    /// <summary>Completes when all rows were shown.</summary>
    public Task Done => _done.Task;

    /// <summary>Whether any row was shown.</summary>
    public bool HasShown { get; private set; }

    /// <summary>The SQL.</summary>
    public string Text => statement.Text;

    /// <summary>Its parameters, yet to be filled.</summary>
    public void AddParameters(NpgsqlParameterCollection parameters)
    {
        foreach (var prototype in statement.Prototypes)
        {
            parameters.Add(((NpgsqlParameter)prototype).Clone());
        }
    }

    /// <summary>Fills its parameters with the values of the request.</summary>
    public void Bind(NpgsqlParameterCollection parameters)
    {
        statement.Check(bindings);
        for (var index = 0; index < parameters.Count; index++)
        {
            parameters[index].Value = PostgreSqlValue.Of(statement.Raw(index, bindings));
        }
    }

    /// <summary>Shows the rows of the result at which a reader stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="cells">Shows its rows.</param>
    /// <param name="kinds">What kinds of columns it has, where that is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The kinds of columns.</returns>
    public async ValueTask<ColumnKind[]> ShowAsync(NpgsqlDataReader reader, PostgreSqlCells cells, ColumnKind[]? kinds, CancellationToken cancellationToken)
    {
        if (reader.FieldCount != statement.Columns)
        {
            throw new NotPlannedException("The columns of a statement are not those of its plan.");
        }

        kinds ??= ColumnKinds.Of(reader);
        cells.At(reader, kinds);
        while (await reader.ReadAsync(cancellationToken))
        {
            HasShown = true;
            rows.Read(cells);
        }

        return kinds;
    }

    /// <summary>Tells that all rows were shown.</summary>
    public void Complete() => _done.TrySetResult();

    /// <summary>Tells that they were not.</summary>
    public void Fail(Exception fault) => _done.TrySetException(fault);
}
