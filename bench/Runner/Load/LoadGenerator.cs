using System.Diagnostics;
using System.Text;

namespace Restaurant.Bench.Runner.Load;

/// <summary>A closed loop: each connection sends its next request when the answer to the last one is there.</summary>
internal sealed class LoadGenerator(Uri server, int connections)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>A request as it is sent.</summary>
    public static byte[] Post(Uri server, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];

    /// <summary>Sends requests in rotation for a time, then waits for the answers that are still to come.</summary>
    public LoadResult Run(IReadOnlyList<byte[]> requests, IReadOnlyList<long> expectedLengths, TimeSpan duration)
    {
        var open = Enumerable.Range(0, connections).Select(_ => new Connection(server)).ToArray();
        try
        {
            return Run(open, requests, expectedLengths, duration);
        }
        finally
        {
            Array.ForEach(open, connection => connection.Dispose());
        }
    }

    private static LoadResult Run(Connection[] open, IReadOnlyList<byte[]> requests, IReadOnlyList<long> expectedLengths, TimeSpan duration)
    {
        var latencies = new List<long>(1 << 20);
        var buffer = new byte[1 << 16];
        var entries = Array.ConvertAll(open, connection => Poll.Entry.Of(connection.Descriptor));
        var next = 0;
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        foreach (var connection in open)
        {
            Send(connection);
        }

        for (var busy = open.Length; busy > 0;)
        {
            if (!Poll.Wait(entries, Patience))
            {
                throw new TimeoutException($"No answer in {Patience.TotalSeconds} s.");
            }

            for (var i = 0; i < open.Length; i++)
            {
                if (!entries[i].IsReady || open[i].Receive(buffer) is not { } latency)
                {
                    continue;
                }

                latencies.Add(latency);
                if (Stopwatch.GetTimestamp() < end)
                {
                    Send(open[i]);
                }
                else
                {
                    entries[i].Ignore();
                    busy--;
                }
            }
        }

        return LoadResult.Of(latencies, Stopwatch.GetElapsedTime(start));

        void Send(Connection connection)
        {
            connection.Send(requests[next], expectedLengths[next]);
            next = next + 1 == requests.Count ? 0 : next + 1;
        }
    }
}
