using System.Globalization;

namespace Restaurant.Graph.Rush;

/// <summary>Shows how the evening goes: one line that changes in a terminal, and a line now and then elsewhere.</summary>
internal sealed class Display(Night night, TextWriter output, TimeSpan offset, bool isTerminal)
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(30);

    private long _shown;
    private DateTimeOffset _told;

    /// <summary>Shows it, if it is time to.</summary>
    public void Show()
    {
        if (isTerminal && TimeProvider.System.GetElapsedTime(_shown) >= Often)
        {
            _shown = TimeProvider.System.GetTimestamp();
            output.Write($"\r{Line()}\x1b[K");
        }
        else if (!isTerminal && night.Agenda.Now - _told >= Seldom)
        {
            _told = night.Agenda.Now;
            output.WriteLine(Line());
        }
    }

    /// <summary>Leaves the line as it is.</summary>
    public void End() => output.Write(isTerminal ? $"\r{Line()}\x1b[K{Environment.NewLine}" : "");

    private string Line() => string.Create(
        CultureInfo.InvariantCulture,
        $"{night.Agenda.Now.ToOffset(offset):HH:mm}  guests here {night.Tally.GuestsHere,3}  orders open {night.Tally.OpenOrders.Count,3}  parties left {night.Tally.PartiesLeft,3} of {night.Tally.PartiesExpected}  taken {night.Tally.Taken / 100m,9:N2}");
}
