using System.Diagnostics;

namespace Restaurant.Graph.Tests.Support;

/// <summary>The program as an owner runs it on the command line: a process of its own.</summary>
internal static class CommandRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it until it ends; its exit code, and what it has written.</summary>
    /// <param name="arguments">What stands behind its name.</param>
    /// <param name="folder">Where it is run; where the tests are if that does not matter.</param>
    /// <param name="environment">Variables beside those that there are.</param>
    /// <param name="input">What stands in its standard input; null for that of the tests.</param>
    public static async Task<(int Code, string Output, string Error)> OfAsync(
        IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null, string? input = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RestaurantServices).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder ?? "",
            UseShellExecute = false,
            RedirectStandardInput = input is not null,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var timeout = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        try
        {
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input);
                process.StandardInput.Close();
            }

            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = await process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, (await output).ReplaceLineEndings("\n"), error.ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
