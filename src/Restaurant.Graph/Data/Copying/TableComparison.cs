using System.Buffers;

namespace Restaurant.Graph.Data.Copying;

/// <summary>Two tables whose hashes are not the same, side by side in the order of their keys.</summary>
internal sealed class TableComparison(CopyStore source, CopyStore target, int table)
{
    private readonly StoredTable _from = source.Tables[table];
    private readonly StoredTable _to = target.Tables[table];

    /// <summary>The first row that is not the same, for people.</summary>
    public async Task<string> FirstDifferenceAsync(CancellationToken cancellationToken)
    {
        await using var left = _from.RowsAsync(source.Connection, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var right = _to.RowsAsync(target.Connection, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var (there, here) = (await NextAsync(left), await NextAsync(right));
            if (there is null && here is null)
            {
                return $"'{_from.Name}' was changed while it was compared";
            }

            if (Difference(there, here) is { } difference)
            {
                return $"'{_from.Name}', {difference}";
            }
        }
    }

    private async Task<object?[]?> NextAsync(IAsyncEnumerator<object?[]> rows)
    {
        if (!await rows.MoveNextAsync())
        {
            return null;
        }

        _ = target.TakesNul ? 0 : Texts.WithoutNul(rows.Current);
        return rows.Current;
    }

    // The one whose key comes first is not on the other side.
    private string? Difference(object?[]? there, object?[]? here)
    {
        var order = there is null ? 1
            : here is null ? -1
            : Form(there.AsSpan(0, _from.KeyLength)).AsSpan().SequenceCompareTo(Form(here.AsSpan(0, _from.KeyLength)));
        return order switch
        {
            < 0 => $"{_from.KeyOf(there ?? [])}: missing",
            > 0 => $"{_from.KeyOf(here ?? [])}: not in the source",
            _ => Column(there ?? [], here ?? []) is { } column ? $"{_from.KeyOf(there ?? [])}: {column}" : null,
        };
    }

    private string? Column(object?[] there, object?[] here) => Enumerable.Range(0, there.Length)
        .Where(column => !Form(there.AsSpan(column, 1)).AsSpan().SequenceEqual(Form(here.AsSpan(column, 1))))
        .Select(column => _from.Columns[column].Name)
        .FirstOrDefault();

    private static byte[] Form(ReadOnlySpan<object?> values)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var value in values)
        {
            RowForm.Write(bytes, value);
        }

        return bytes.WrittenSpan.ToArray();
    }
}
