using System.ComponentModel;
using System.Diagnostics;

namespace Restaurant.Graph.Data.Backups;

/// <summary>A program of PostgreSQL's client, found on the PATH.</summary>
internal sealed class ClientProgram(string name, IReadOnlyDictionary<string, string?>? environment = null)
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="report">Receives the lines of its standard error.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its standard output.</returns>
    /// <exception cref="BackupException">It is not there, or has failed.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, Action<string> report, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var last = "";
            while (await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
            {
                last = IsError(line) || !IsError(last) ? line : last;
                report(line);
            }

            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? await output : throw new BackupException($"{name} has failed with exit code {process.ExitCode}: {last}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static bool IsError(string line) => line.Contains("error:", StringComparison.Ordinal);

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(name, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in (environment ?? new Dictionary<string, string?>(StringComparer.Ordinal)).Where(static variable => !string.IsNullOrEmpty(variable.Value)))
        {
            start.Environment[variable] = value;
        }

        try
        {
            return Process.Start(start) ?? throw new BackupException($"{name} did not start.");
        }
        catch (Win32Exception)
        {
            throw new BackupException($"{name} is not on the PATH: install the client of PostgreSQL, of the version of the server or newer.");
        }
    }
}
