using System.Globalization;
using System.Runtime.InteropServices;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.Reporting;

/// <summary>What the figures were measured on and of.</summary>
internal sealed class Surroundings
{
    private readonly string _text;

    private Surroundings(string text) => _text = text;

    /// <summary>Looks around.</summary>
    public static async Task<Surroundings> LookAsync()
    {
        var commit = await Command.RunAsync("git", "rev-parse", "--short", "HEAD");
        var changes = await Command.RunAsync("git", "status", "--porcelain", "--", "src");
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ", 2)[^1];
        var node = await NodeAsync();
        return new Surroundings(string.Create(CultureInfo.InvariantCulture, $"""
            The server at {commit}{(changes.Length > 0 ? " with changes that are not committed" : "")}, {DateTime.UtcNow:yyyy-MM-dd}, on {Environment.ProcessorCount} cores ({processor}),
            {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, {RuntimeInformation.FrameworkDescription}, {node}.


            """));
    }

    /// <inheritdoc />
    public override string ToString() => _text;

    private static async Task<string> NodeAsync()
    {
        try
        {
            return $"Node {await Command.RunAsync("node", "--version")}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "no Node";
        }
    }
}
