using System.Net.Sockets;
using System.Security.Cryptography;

namespace Restaurant.Graph.Commands;

/// <summary>Explains why a server cannot listen, where the framework throws what it throws for faults of programs as well.</summary>
internal static class ListeningFault
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    /// <summary>Starts a server.</summary>
    /// <exception cref="IOException">It cannot listen.</exception>
    public static async Task<int> ExplainAsync(Func<Task> start)
    {
        try
        {
            await start();
            return 0;
        }
        catch (SocketException fault)
        {
            throw new IOException($"The server cannot listen where urls says: {fault.Message}.", fault);
        }
        catch (CryptographicException fault)
        {
            throw new IOException($"The certificate cannot be used: {fault.Message} See Kestrel:Certificates:Default:Path and Kestrel:Certificates:Default:Password.", fault);
        }
        catch (InvalidOperationException fault) when (fault.Source?.StartsWith(Kestrel, StringComparison.Ordinal) is true)
        {
            throw new IOException($"The server cannot listen: {fault.Message.Split('\n')[0].TrimEnd()}", fault);
        }
    }
}
