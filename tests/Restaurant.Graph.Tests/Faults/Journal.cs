using System.Collections.Concurrent;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>An order that was acknowledged, as it was told.</summary>
internal sealed record PlacedOrder(Guid Key, string Id, long Total, IReadOnlyList<(string Dish, int Quantity, long Total)> Lines);

/// <summary>Something that was acknowledged to have been done with an order or a ticket, which made it what it was at a version.</summary>
internal sealed record DoneAction(Guid Key, string Mutation, string Subject, int Version);

/// <summary>What clients were told, to be compared with what is in the file.</summary>
internal sealed class Journal
{
    private const int Recently = 12;

    private readonly ConcurrentDictionary<string, int> _versions = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<PlacedOrder> _placed = [];

    /// <summary>The orders that were placed.</summary>
    public IReadOnlyCollection<PlacedOrder> Placed => _placed;

    /// <summary>What was done.</summary>
    public ConcurrentQueue<DoneAction> Done { get; } = [];

    /// <summary>The keys of what was refused.</summary>
    public ConcurrentQueue<Guid> Refused { get; } = [];

    /// <summary>How many answers there were.</summary>
    public int Answers => _placed.Count + Done.Count + Refused.Count;

    /// <summary>The latest versions that anybody was told.</summary>
    public IReadOnlyDictionary<string, int> Versions => _versions;

    /// <summary>Writes an order down.</summary>
    public void Add(PlacedOrder placed) => _placed.Enqueue(placed);

    /// <summary>One of the orders that were placed last; null if there are none.</summary>
    public string? Recent(Random random) =>
        _placed.TakeLast(Recently).ToList() is { Count: > 0 } recent ? recent[random.Next(recent.Count)].Id : null;

    /// <summary>The version that whoever asks from now on has to be told at the least.</summary>
    public int Known(string id) => _versions.GetValueOrDefault(id);

    /// <summary>Writes a version down that is the answer to a question; it must not be earlier than what was known when it was asked.</summary>
    public void See(string id, int version, int known)
    {
        Assert.True(version >= known, $"{id} has gone back from version {known} to {version}.");
        _versions.AddOrUpdate(id, version, (_, before) => Math.Max(before, version));
    }
}
