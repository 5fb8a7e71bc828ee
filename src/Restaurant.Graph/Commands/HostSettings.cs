using System.Globalization;
using Restaurant.Graph.Platform.Settings;

namespace Restaurant.Graph.Commands;

/// <summary>Validates the settings that the framework reads: it reports the first wrong one, with a stack trace, or none.</summary>
internal static class HostSettings
{
    private const string ConnectionStrings = "ConnectionStrings";
    private const string ConnectionString = "Restaurant";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string CertificatePath = "Certificate:Path";

    private static readonly string[] Environments = ["Development", "Staging", "Production"];

    /// <summary>Returns what keeps the server from starting: a message each.</summary>
    public static IEnumerable<string> Errors(IConfiguration configuration, bool isDevelopment) =>
        [.. ListeningAddress.Errors(configuration, isDevelopment), .. Certificates(configuration), .. LogErrors(configuration), .. Others(configuration)];

    /// <summary>Returns what is set and has no effect, or not the effect that was probably meant.</summary>
    public static IEnumerable<string> Warnings(IConfiguration configuration, string environment, IReadOnlyCollection<string> sections)
    {
        if (!Environments.Contains(environment, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"The environment is '{environment}', which is none of {string.Join(", ", Environments)}: what only production restricts is open.";
        }

        foreach (var section in configuration.GetChildren().Where(section => section.GetChildren().Any() && !sections.Contains(section.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (ClosestName.Find(section.Key, sections) is { } closest)
            {
                yield return $"There is no section '{section.Key}' of settings, and {section.GetChildren().First().Path} has no effect. Did you mean {closest}?";
            }
        }
    }

    private static IEnumerable<string> Certificates(IConfiguration configuration)
    {
        IEnumerable<IConfigurationSection> paths =
        [
            .. configuration.GetSection("Kestrel:Certificates").GetChildren().Select(static certificate => certificate.GetSection("Path")),
            .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint.GetSection(CertificatePath)),
        ];
        return from path in paths
               where path.Value is not null && !File.Exists(path.Value)
               select $"{path.Path} must be the file of a certificate, was {path.Value}, and there is no such file.";
    }

    private static IEnumerable<string> LogErrors(IConfiguration configuration) =>
        from level in configuration.GetSection("Logging").AsEnumerable()
        where level.Key.Contains("LogLevel:", StringComparison.OrdinalIgnoreCase) && level.Value is not null
        where !Enum.GetNames<LogLevel>().Contains(level.Value, StringComparer.OrdinalIgnoreCase)
        select $"{level.Key} must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}, was {level.Value}.";

    private static IEnumerable<string> Others(IConfiguration configuration)
    {
        // A mistyped one would mean the default database, which is another one.
        foreach (var name in configuration.GetSection(ConnectionStrings).GetChildren().Select(static entry => entry.Key))
        {
            if (!string.Equals(name, ConnectionString, StringComparison.OrdinalIgnoreCase) && ClosestName.Find(name, [ConnectionString]) is not null)
            {
                yield return $"There is no setting '{ConnectionStrings}:{name}'. Did you mean {ConnectionStrings}:{ConnectionString}?";
            }
        }

        if (configuration[Collector] is { Length: > 0 } address && SettingValue.Requirement(typeof(Uri), address) is { } requirement)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Collector} must be {requirement}, was {address}.");
        }
    }
}
