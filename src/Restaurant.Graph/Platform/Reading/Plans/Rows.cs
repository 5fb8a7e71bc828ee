using System.Runtime.InteropServices;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>The rows that a statement has found, written already, in groups by the key that led to them.</summary>
/// <param name="plan">How they are written.</param>
internal sealed class Rows(RowsPlan plan) : IRowReader, IDisposable
{
    /// <summary>With more rows than this one is not worth keeping.</summary>
    private const int MaxKept = 1000;

    private readonly Rendering[] _renderings = [.. plan.Renderings.Select(_ => new Rendering())];
    private int _limit;
    private Dictionary<long, Group>? _groups;
    private Fetched?[] _branches = [];
    private long _key;
    private Group _group;
    private int _count;

    /// <summary>The rows of a key, which stand together; none if there are none.</summary>
    public Group Of(long key) => key == _key ? _group : _groups?.GetValueOrDefault(key) ?? default;

    /// <summary>Begins anew.</summary>
    /// <param name="limit">How many of a group are written; of those beyond it is only noted that there are some.</param>
    public void Begin(int limit) => (_limit, _key, _group, _count) = (limit, 0, default, 0);

    /// <summary>Writes a row.</summary>
    public void Read(Cells cells)
    {
        var key = plan.Key is { } ordinal ? cells.Int64(ordinal) : 0;
        if (key != _key)
        {
            // The rows of a key stand together, so that those of the last one are complete.
            if (_count > 0 || _group.HasMore)
            {
                (_groups ??= []).Add(_key, _group);
            }

            (_key, _group) = (key, new Group(_count, Count: 0, HasMore: false));
        }

        if (_group.Count == _limit)
        {
            _group = _group with { HasMore = true };
            return;
        }

        _group = _group with { Count = _group.Count + 1 };
        _count++;
        for (var index = 0; index < _renderings.Length; index++)
        {
            foreach (var part in plan.Renderings[index])
            {
                part.Write(_renderings[index], cells);
            }

            _renderings[index].EndRow();
        }
    }

    /// <summary>Reads what the branches of the rows read.</summary>
    public async ValueTask FetchBranchesAsync(PlanRun run)
    {
        if (plan.Branches.Count == 0)
        {
            return;
        }

        var keys = plan.Branches.Select(_ => new List<long>()).ToArray();
        foreach (var gap in _renderings.SelectMany(rendering => rendering.Gaps))
        {
            keys[gap.Branch].Add(gap.Key);
        }

        // Begun together, so that their statements can be sent together.
        var fetching = new ValueTask<Fetched>?[keys.Length];
        for (var index = 0; index < keys.Length; index++)
        {
            fetching[index] = keys[index].Count > 0 ? plan.Branches[index].FetchAsync(run, keys[index]) : null;
        }

        _branches = new Fetched?[keys.Length];
        for (var index = 0; index < keys.Length; index++)
        {
            _branches[index] = fetching[index] is { } begun ? await begun : null;
        }
    }

    /// <summary>Copies some rows of a rendering with commas between them.</summary>
    public void CopyTo(Utf8Buffer json, int rendering, int first, int count) => _renderings[rendering].CopyTo(json, first, count, _branches);

    /// <summary>A row of a rendering that has no branches.</summary>
    public ReadOnlySpan<byte> Row(int rendering, int row) => _renderings[rendering].Row(row);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var branch in _branches)
        {
            branch?.Dispose();
        }

        _branches = [];
        _groups?.Clear();
        if (_count <= MaxKept)
        {
            foreach (var rendering in _renderings)
            {
                rendering.Clear();
            }

            plan.Keep(this);
        }
    }

    /// <summary>Rows with one key: which they are, and whether there are more than were to be written.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Group(int First, int Count, bool HasMore);
}
