using Restaurant.Graph.Data.Startup;

namespace Restaurant.Graph.Commands;

/// <summary>Writes the steps of preparing a database, each as a line.</summary>
internal sealed class StepDisplay(TextWriter output, bool onlyWaiting = false) : IProgress<StartupStep>
{
    /// <summary>Writes what a command waits for beside its result.</summary>
    public static StepDisplay OfWaiting { get; } = new(Console.Error, onlyWaiting: true);

    /// <inheritdoc />
    public void Report(StartupStep value)
    {
        if (!onlyWaiting || value is StartupStep.Waiting)
        {
            output.WriteLine(value);
        }
    }
}
