namespace Restaurant.Bench.Runner.Load;

/// <summary>The same requests again and again, whose answers are known.</summary>
internal sealed class Rotation(IReadOnlyList<byte[]> requests, IReadOnlyList<long> lengths) : IRequests
{
    private int _next;

    /// <inheritdoc />
    public Outgoing Next()
    {
        var current = _next;
        _next = current + 1 == requests.Count ? 0 : current + 1;
        return new Outgoing(requests[current], lengths[current], lengths[current]);
    }
}
