using System.Buffers.Binary;
using System.Net.Sockets;

namespace Restaurant.Bench.Runner.Measure;

/// <summary>Asks the hook in a .NET contender how many bytes the process has allocated.</summary>
internal static class AllocationProbe
{
    /// <summary>The variable that tells the hook where to listen.</summary>
    public const string SocketVariable = "BENCH_ALLOCATIONS";

    /// <summary>Bytes since the process began.</summary>
    public static long Bytes(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        Span<byte> answer = stackalloc byte[sizeof(long)];
        for (var read = 0; read < answer.Length;)
        {
            var count = socket.Receive(answer[read..]);
            read += count > 0 ? count : throw new InvalidDataException("The allocation hook has not answered.");
        }

        return BinaryPrimitives.ReadInt64LittleEndian(answer);
    }
}
