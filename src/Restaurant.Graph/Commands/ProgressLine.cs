namespace Restaurant.Graph.Commands;

/// <summary>Shows progress: one line that changes in a terminal, and elsewhere a line every few seconds.</summary>
internal sealed class ProgressLine(TextWriter output, bool isTerminal) : IProgress<string>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private long? _shown;

    /// <inheritdoc />
    public void Report(string value)
    {
        if (isTerminal)
        {
            output.Write($"\r{value}\x1b[K");
            return;
        }

        if (_shown is { } shown && TimeProvider.System.GetElapsedTime(shown) < Interval)
        {
            return;
        }

        _shown = TimeProvider.System.GetTimestamp();
        output.WriteLine(value);
    }

    /// <summary>Clears the line.</summary>
    public void End() => output.Write(isTerminal ? "\r\x1b[K" : "");
}
