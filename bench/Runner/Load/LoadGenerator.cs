using System.Diagnostics;
using System.Text;

namespace Restaurant.Bench.Runner.Load;

/// <summary>A closed loop: each connection sends its next request when the answer to the last one is there. Several servers get connections by turns.</summary>
internal sealed class LoadGenerator(IReadOnlyList<Uri> servers, int connections)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>For one server alone.</summary>
    public LoadGenerator(Uri server, int connections)
        : this([server], connections)
    {
    }

    /// <summary>A request as it is sent.</summary>
    public static byte[] Post(Uri server, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: {Waiter.Authorization}\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];

    /// <summary>Sends requests for a time, then waits for the answers that are still to come.</summary>
    public LoadResult Run(IRequests requests, TimeSpan duration)
    {
        var open = Enumerable.Range(0, connections).Select(index => new Connection(servers[index % servers.Count])).ToArray();
        try
        {
            return Run(open, requests, duration);
        }
        finally
        {
            Array.ForEach(open, connection => connection.Dispose());
        }
    }

    private static LoadResult Run(Connection[] open, IRequests requests, TimeSpan duration)
    {
        var latencies = new List<long>(1 << 20);
        var buffer = new byte[1 << 16];
        var entries = Array.ConvertAll(open, connection => Poll.Entry.Of(connection.Descriptor));
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        foreach (var connection in open)
        {
            connection.Send(requests.Next());
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
                    open[i].Send(requests.Next());
                }
                else
                {
                    entries[i].Ignore();
                    busy--;
                }
            }
        }

        return LoadResult.Of(latencies, Stopwatch.GetElapsedTime(start));
    }
}
