using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>Logging of EF Core.</summary>
internal static class EngineLogging
{
    /// <summary>
    /// Leaves faults to the code that catches them: EF Core would log each once more, with its message and stack trace. They are there at the level Debug.
    /// </summary>
    public static DbContextOptionsBuilder LeaveFaultsToCallers(this DbContextOptionsBuilder options) => options.ConfigureWarnings(static warnings => warnings.Log(
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug)));
}
