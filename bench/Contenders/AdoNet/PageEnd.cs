using SQLitePCL;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>What the cursor of a page's last row is made of, kept while the reader looks whether another row follows.</summary>
internal sealed class PageEnd
{
    private byte[] _text = new byte[64];
    private int _length;

    /// <summary>How many rows the page has.</summary>
    public int Count { get; private set; }

    /// <summary>The key of the last one.</summary>
    public long Id { get; private set; }

    /// <summary>Its number.</summary>
    public long Number { get; private set; }

    /// <summary>Its text.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    /// <summary>Begins a page.</summary>
    public void Clear() => Count = 0;

    /// <summary>Takes a row.</summary>
    public void Mark(sqlite3_stmt row, int id, int text, int number)
    {
        Count++;
        Id = raw.sqlite3_column_int64(row, id);
        Number = raw.sqlite3_column_int64(row, number);
        var utf8 = raw.sqlite3_column_blob(row, text);
        if (utf8.Length > _text.Length)
        {
            _text = new byte[utf8.Length * 2];
        }

        utf8.CopyTo(_text);
        _length = utf8.Length;
    }
}
