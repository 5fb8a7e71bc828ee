namespace Restaurant.Bench.Runner.Load;

/// <summary>What connections send: asked for the next request whenever one of them is free.</summary>
internal interface IRequests
{
    /// <summary>The next request, good until the one after it is asked for.</summary>
    Outgoing Next();
}

/// <summary>A request, and how long its answer may be.</summary>
/// <param name="Bytes">The request as it is sent.</param>
/// <param name="Shortest">The least bytes that the body of a right answer has.</param>
/// <param name="Longest">The most.</param>
internal readonly record struct Outgoing(byte[] Bytes, long Shortest, long Longest);
