using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>A part of a plan with statements of its own, which are run once for all rows that lead to it.</summary>
internal abstract class Branch
{
    /// <summary>Reads what the keys of those rows lead to.</summary>
    public abstract ValueTask<Fetched> FetchAsync(PlanRun run, IReadOnlyList<long> keys);
}

/// <summary>What a branch, or a field of a root type, has read.</summary>
internal abstract class Fetched : IDisposable
{
    /// <summary>Writes what belongs to a key.</summary>
    public abstract void Write(Utf8Buffer json, long key);

    /// <summary>Whether anything belongs to a key.</summary>
    public virtual bool Has(long key) => true;

    /// <inheritdoc />
    public virtual void Dispose()
    {
    }
}
