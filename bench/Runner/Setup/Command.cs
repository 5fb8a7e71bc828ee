using System.Diagnostics;

namespace Restaurant.Bench.Runner.Setup;

/// <summary>Programs that run to their end.</summary>
internal static class Command
{
    /// <summary>Runs one; what it printed, or an exception if it failed.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{Path.GetFileName(program)} has failed: {await errors}{output}");
    }
}
