namespace Restaurant.Graph.Commands;

/// <summary>What was said on the command line, told apart.</summary>
/// <param name="Settings">Configuration, which every command takes, each as <c>--Section:Name=value</c>.</param>
/// <param name="Words">The command and its options.</param>
internal sealed record Arguments(string[] Settings, string[] Words)
{
    private const string Mark = "--";
    private const string OfTelemetry = "OTEL_";

    // What the host reads, and is of no section.
    private static readonly HashSet<string> OfHost = new(
        ["urls", "http_ports", "https_ports", "https_port", "environment", "contentRoot", "webRoot", "applicationName", "AllowedHosts", "shutdownTimeoutSeconds", "forwardedHeaders_enabled"],
        StringComparer.OrdinalIgnoreCase);

    // What is no section of ours, and is read all the same.
    private static readonly string[] OtherSections = ["ConnectionStrings", "Logging", "Kestrel", "hostBuilder"];

    private static readonly Lazy<HashSet<string>> Sections = new(static () => new(Server.Sections().Concat(OtherSections), StringComparer.OrdinalIgnoreCase));

    /// <summary>The sections of the configuration that are read.</summary>
    public static IReadOnlyCollection<string> KnownSections => Sections.Value;

    /// <summary>Takes the settings out. One that nobody knows stays where it is, and is refused with whatever else nobody knows.</summary>
    public static Arguments Sort(IReadOnlyList<string> args)
    {
        List<string> settings = [], words = [];
        for (var at = 0; at < args.Count; at++)
        {
            if (!IsSetting(args[at]))
            {
                words.Add(args[at]);
            }
            else if (args[at].Contains('=', StringComparison.Ordinal))
            {
                settings.Add(args[at]);
            }
            else if (at + 1 < args.Count && !args[at + 1].StartsWith(Mark, StringComparison.Ordinal))
            {
                settings.Add($"{args[at]}={args[++at]}");
            }
            else
            {
                throw new InvalidDataException($"'{args[at]}' has no value: write {args[at]}=VALUE.");
            }
        }

        return new([.. settings], [.. words]);
    }

    /// <summary>What an option or a setting is called, without its value, which may be a secret.</summary>
    public static string NameOf(string argument) => argument.Split('=')[0];

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        var name = NameOf(argument)[Mark.Length..];
        return name.Split(':') is [var section, _, ..]
            ? Sections.Value.Contains(section)
            : OfHost.Contains(name) || name.StartsWith(OfTelemetry, StringComparison.OrdinalIgnoreCase);
    }
}
