using Npgsql;

namespace Restaurant.Graph.Platform.Reading.Sql.PostgreSql;

/// <summary>The statements that a connection has prepared, each with the kinds of its columns once a row of it was seen.</summary>
internal sealed class PreparedReads
{
    private const int MaxPrepared = 300;

    private readonly Dictionary<string, (NpgsqlCommand Command, ColumnKind[]? Kinds)> _known = new(StringComparer.Ordinal);

    /// <summary>That of a read, prepared if it is not yet.</summary>
    public async ValueTask<(NpgsqlCommand Command, ColumnKind[]? Kinds)> OfAsync(PendingRead read, NpgsqlConnection? connection, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(read.Text, out var known))
        {
            return known;
        }

        if (_known.Count >= MaxPrepared)
        {
            foreach (var (old, _) in _known.Values)
            {
                await old.UnprepareAsync(cancellationToken);
                await old.DisposeAsync();
            }

            _known.Clear();
        }

        var command = new NpgsqlCommand(read.Text, connection);
        read.AddParameters(command.Parameters);
        await command.PrepareAsync(cancellationToken);
        _known.Add(read.Text, (command, null));
        return (command, null);
    }

    /// <summary>Keeps the kinds of the columns of a read.</summary>
    public void Know(PendingRead read, NpgsqlCommand command, ColumnKind[]? kinds) => _known[read.Text] = (command, kinds);

    /// <summary>Forgets all of them, as their connection is gone.</summary>
    public void Forget() => _known.Clear();
}
