using System.Buffers.Text;
using System.Text;

namespace Restaurant.Bench.Runner.Load;

/// <summary>Finds the end of an HTTP/1.1 response, and no more than that: the body is counted, not kept.</summary>
internal sealed class ResponseParser
{
    private readonly byte[] _head = new byte[8192];
    private int _headLength;
    private Part _part;
    private long _left;
    private bool _isChunked;

    private enum Part
    {
        Head,
        Body,
        ChunkSize,
        Chunk,
        ChunkEnd,
        Trailer,
        Done,
    }

    /// <summary>The status.</summary>
    public int Status { get; private set; }

    /// <summary>How many bytes the body has had so far.</summary>
    public long BodyLength { get; private set; }

    /// <summary>Begins a response.</summary>
    public void Reset() => (_headLength, _part, _left, _isChunked, Status, BodyLength) = (0, Part.Head, 0, false, 0, 0);

    /// <summary>Takes what has come; says whether the response is complete.</summary>
    public bool Feed(ReadOnlySpan<byte> data)
    {
        while (data.Length > 0 && _part != Part.Done)
        {
            data = data[(_part switch
            {
                Part.Head => Head(data),
                Part.Body or Part.Chunk => Body(data),
                _ => Line(data),
            })..];
        }

        return _part == Part.Done;
    }

    private int Head(ReadOnlySpan<byte> data)
    {
        var before = _headLength;
        var taken = Math.Min(data.Length, _head.Length - before);
        data[..taken].CopyTo(_head.AsSpan(before));
        _headLength += taken;
        var end = _head.AsSpan(0, _headLength).IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return _headLength < _head.Length ? taken : throw new InvalidDataException("The head of the response is too long.");
        }

        Fields(_head.AsSpan(0, end + 2));
        _headLength = 0;
        _part = _isChunked ? Part.ChunkSize : _left > 0 ? Part.Body : Part.Done;
        return end + 4 - before;
    }

    private void Fields(ReadOnlySpan<byte> head)
    {
        Utf8Parser.TryParse(head["HTTP/1.1 ".Length..], out int status, out _);
        Status = status;
        while (head.IndexOf("\r\n"u8) is > 0 and var end)
        {
            Field(head[..end]);
            head = head[(end + 2)..];
        }
    }

    private void Field(ReadOnlySpan<byte> line)
    {
        const string Length = "content-length: ";
        const string Chunked = "transfer-encoding: chunked";
        if (line.Length > Length.Length && Ascii.EqualsIgnoreCase(line[..Length.Length], Length))
        {
            Utf8Parser.TryParse(line[Length.Length..], out _left, out _);
        }
        else if (line.Length == Chunked.Length && Ascii.EqualsIgnoreCase(line, Chunked))
        {
            _isChunked = true;
        }
    }

    private int Body(ReadOnlySpan<byte> data)
    {
        var taken = (int)Math.Min(data.Length, _left);
        BodyLength += taken;
        _left -= taken;
        if (_left == 0)
        {
            _part = _part == Part.Body ? Part.Done : Part.ChunkEnd;
        }

        return taken;
    }

    // A line of the chunked coding, which may come in pieces.
    private int Line(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf((byte)'\n');
        var taken = end < 0 ? data.Length : end + 1;
        data[..taken].CopyTo(_head.AsSpan(_headLength));
        _headLength += taken;
        if (end < 0)
        {
            return taken;
        }

        var line = _head.AsSpan(0, _headLength - 2);
        _headLength = 0;
        switch (_part)
        {
            case Part.ChunkSize:
                Utf8Parser.TryParse(line, out _left, out _, 'X');
                _part = _left > 0 ? Part.Chunk : Part.Trailer;
                break;
            case Part.ChunkEnd:
                _part = Part.ChunkSize;
                break;
            default:
                _part = line.IsEmpty ? Part.Done : Part.Trailer;
                break;
        }

        return taken;
    }
}
