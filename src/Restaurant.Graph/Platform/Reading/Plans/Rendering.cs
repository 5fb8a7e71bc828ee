using System.Runtime.InteropServices;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>Rows written as JSON, one behind the other with commas between, and the places that were left in them for branches.</summary>
internal sealed class Rendering
{
    private readonly List<(int Text, int Gaps)> _ends = [];
    private readonly List<Gap> _gaps = [];

    /// <summary>The text.</summary>
    public Utf8Buffer Text { get; } = new();

    /// <summary>The places, in the order of the text.</summary>
    public IReadOnlyList<Gap> Gaps => _gaps;

    /// <summary>Leaves a place for what a branch reads for a key.</summary>
    public void Leave(int branch, long key) => _gaps.Add(new Gap(Text.Length, branch, key));

    /// <summary>Ends a row.</summary>
    public void EndRow()
    {
        _ends.Add((Text.Length, _gaps.Count));
        Text.Write((byte)',');
    }

    /// <summary>Copies rows that stand together, the commas between them included, and fills their places.</summary>
    public void CopyTo(Utf8Buffer json, int first, int count, IReadOnlyList<Fetched?> branches)
    {
        var (at, gaps) = StartOf(first);
        var (end, lastGap) = _ends[first + count - 1];
        foreach (var gap in CollectionsMarshal.AsSpan(_gaps)[gaps..lastGap])
        {
            json.Write(Text.Span[at..gap.Position]);
            branches[gap.Branch]!.Write(json, gap.Key);
            at = gap.Position;
        }

        json.Write(Text.Span[at..end]);
    }

    /// <summary>The text of a row that has no places.</summary>
    public ReadOnlySpan<byte> Row(int row) => Text.Span[StartOf(row).Text.._ends[row].Text];

    /// <summary>Forgets all rows and gives the memory of their text back.</summary>
    public void Clear()
    {
        Text.Dispose();
        _ends.Clear();
        _gaps.Clear();
    }

    // Behind the comma that follows the row before.
    private (int Text, int Gaps) StartOf(int row) => row == 0 ? (0, 0) : (_ends[row - 1].Text + 1, _ends[row - 1].Gaps);

    /// <summary>A place for what a branch reads for a key.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Gap(int Position, int Branch, long Key);
}
