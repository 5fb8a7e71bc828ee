using System.Buffers.Binary;
using System.Net.Sockets;

/// <summary>Tells whoever connects to a Unix socket how many bytes the process has allocated.</summary>
internal static class StartupHook
{
    private const string SocketVariable = "BENCH_ALLOCATIONS";

    /// <summary>Called by the runtime before the program's own entry point.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is { Length: > 0 } path)
        {
            new Thread(() => Serve(path)) { IsBackground = true, Name = "allocations" }.Start();
        }
    }

    private static void Serve(string path)
    {
        File.Delete(path);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        Span<byte> answer = stackalloc byte[sizeof(long)];
        while (true)
        {
            using var asker = listener.Accept();
            BinaryPrimitives.WriteInt64LittleEndian(answer, GC.GetTotalAllocatedBytes(precise: true));
            asker.Send(answer);
        }
    }
}
