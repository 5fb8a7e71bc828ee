using System.Globalization;
using System.Text;
using Npgsql;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Writing.PostgreSql;

/// <summary>
/// The first rows that statements yield. Several features ask for the same number in a unit of work, such as that of the last change: what has no
/// values is asked once until something is written, since beside the one whose turn it is nobody writes.
/// </summary>
internal sealed class FirstRows(NpgsqlConnection connection)
{
    private readonly Dictionary<string, string> _numbered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?[]?> _known = new(StringComparer.Ordinal);

    /// <summary>The first row; null if there is none.</summary>
    /// <param name="text">The SQL, with a question mark for each value.</param>
    /// <param name="values">The values.</param>
    public async ValueTask<object?[]?> FirstAsync(string text, object?[] values) =>
        values.Length > 0 ? await AskAsync(text, values)
        : _known.TryGetValue(text, out var known) ? known
        : _known[text] = await AskAsync(text, values);

    /// <summary>Something is written: what was asked for may be another now.</summary>
    public void Forget() => _known.Clear();

    private async ValueTask<object?[]?> AskAsync(string text, object?[] values)
    {
        await using var command = new NpgsqlCommand(Numbered(text), connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = PostgreSqlValue.Of(value) });
        }

        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            return null;
        }

        var row = new object[reader.FieldCount];
        reader.GetValues(row);
        return Array.ConvertAll(row, static value => value switch
        {
            DBNull => null,
            int number => (object)(long)number,
            _ => value,
        });
    }

    private string Numbered(string text)
    {
        if (_numbered.TryGetValue(text, out var known))
        {
            return known;
        }

        var numbered = new StringBuilder();
        var number = 0;
        foreach (var part in text.Split('?'))
        {
            numbered.Append(number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"${number}")).Append(part);
            number++;
        }

        return _numbered[text] = numbered.ToString();
    }
}
