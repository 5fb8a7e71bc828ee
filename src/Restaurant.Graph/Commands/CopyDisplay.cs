using System.Globalization;
using Restaurant.Graph.Data.Copying;

namespace Restaurant.Graph.Commands;

/// <summary>Shows how a copy goes: one line for each table, which changes in a terminal, and is written now and then elsewhere.</summary>
internal sealed class CopyDisplay(TextWriter output, bool isTerminal) : IProgress<CopyStep>
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(5);

    private long _shown = TimeProvider.System.GetTimestamp();
    private bool _isOpen;

    /// <inheritdoc />
    public void Report(CopyStep value)
    {
        if (!value.IsCopied && TimeProvider.System.GetElapsedTime(_shown) < (isTerminal ? Often : Seldom))
        {
            return;
        }

        _shown = TimeProvider.System.GetTimestamp();
        _isOpen = isTerminal && !value.IsCopied;
        output.Write(isTerminal ? $"\r{Line(value)}\x1b[K" : Line(value));
        output.Write(_isOpen ? "" : Environment.NewLine);
    }

    /// <summary>Takes away a line that would change no more.</summary>
    public void End() => output.Write(_isOpen ? "\r\x1b[K" : "");

    private static string Line(CopyStep step) => string.Create(
        CultureInfo.InvariantCulture, $"{step.Phase,-8}  {step.Table,-20}  {step.Rows,12:N0} of {step.Total,12:N0} rows");
}
