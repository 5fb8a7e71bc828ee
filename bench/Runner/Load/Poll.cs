using System.Runtime.InteropServices;

namespace Restaurant.Bench.Runner.Load;

/// <summary>poll(2): one thread waits for all connections, which costs less than a thread or a task for each.</summary>
internal static partial class Poll
{
    private const short Readable = 1;

    /// <summary>A descriptor to wait for.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Entry
    {
        private int _descriptor;
        private short _events;
        private short _returned;

        /// <summary>Waits until there is something to read.</summary>
        public static Entry Of(nint descriptor) => new() { _descriptor = (int)descriptor, _events = Readable };

        /// <summary>Whether there is, or the other side has gone.</summary>
        public readonly bool IsReady => _returned != 0;

        /// <summary>Waits for it no more.</summary>
        public void Ignore() => (_descriptor, _returned) = (-1, 0);
    }

    /// <summary>Waits until one of them is ready; false if none was in time.</summary>
    public static unsafe bool Wait(Span<Entry> entries, TimeSpan timeout)
    {
        fixed (Entry* first = entries)
        {
            return Call(first, (nuint)entries.Length, (int)timeout.TotalMilliseconds) > 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static unsafe partial int Call(Entry* entries, nuint count, int timeout);
}
