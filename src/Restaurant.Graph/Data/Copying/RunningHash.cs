using System.Buffers;
using System.Security.Cryptography;

namespace Restaurant.Graph.Data.Copying;

/// <summary>A hash of rows that can be put down after any of them and be taken up again.</summary>
internal sealed class RunningHash
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];

    /// <summary>How many rows it is of.</summary>
    public long Rows { get; private set; }

    /// <summary>What it has come to.</summary>
    public string Value => Convert.ToHexStringLower(_hash);

    /// <summary>Goes on with the next row.</summary>
    public void Add(object?[] row)
    {
        _bytes.ResetWrittenCount();
        _bytes.Write(_hash);
        foreach (var value in row)
        {
            RowForm.Write(_bytes, value);
        }

        SHA256.HashData(_bytes.WrittenSpan, _hash);
        Rows++;
    }
}
