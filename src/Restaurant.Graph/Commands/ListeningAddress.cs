using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Restaurant.Graph.Commands;

/// <summary>Where a server listens, reckoned from its configuration as the server does it, for whoever is on the same machine.</summary>
internal static class ListeningAddress
{
    private const string Usual = "http://localhost:5000";
    private const string Loopback = "localhost";
    private const int MaxPort = 65_535;

    private static readonly string[] Everywhere = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>One that can be asked: by plain http, if it listens so anywhere.</summary>
    /// <exception cref="InvalidDataException">An address of the configuration is wrong.</exception>
    public static string In(IConfiguration configuration)
    {
        if (Errors(configuration, isDevelopment: true).ToList() is [var error, ..])
        {
            throw new InvalidDataException($"The configuration is not right: {error}");
        }

        BindingAddress[] all = [.. Addresses(configuration).Select(static address => BindingAddress.Parse(address.Url)).Where(static address => address is { IsUnixPipe: false, IsNamedPipe: false })];
        var address = all.FirstOrDefault(static address => string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault() ?? BindingAddress.Parse(Usual);
        var host = Everywhere.Contains(address.Host, StringComparer.Ordinal) ? Loopback : address.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}{address.PathBase.TrimEnd('/')}");
    }

    /// <summary>Returns what is wrong with the addresses: a message each.</summary>
    public static IEnumerable<string> Errors(IConfiguration configuration, bool isDevelopment) => Addresses(configuration)
        .Select(address => Error(configuration, address.Setting, address.Url, isDevelopment)).OfType<string>();

    private static string? Error(IConfiguration configuration, string setting, string url, bool isDevelopment)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return $"{setting} must be an address such as http://127.0.0.1:5000, was {(url.Length == 0 ? "empty" : url)}.";
        }

        if (address.IsUnixPipe || address.IsNamedPipe)
        {
            return null;
        }

        // What follows the last colon of the host is no number where the port could not be read.
        if (address.Port is < 0 or > MaxPort || (address.Host.Contains(':', StringComparison.Ordinal) && !address.Host.StartsWith('[')))
        {
            return $"{setting} must have a port from 0 to {MaxPort}, was {url}.";
        }

        var isHttps = string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        return isHttps switch
        {
            false when !string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) => $"{setting} must begin with http:// or https://, was {url}.",
            _ when address.Port == 0 && string.Equals(address.Host, Loopback, StringComparison.OrdinalIgnoreCase) =>
                $"{setting} must have an IP address where the port is 0, such as http://127.0.0.1:0, was {url}.",
            true when !isDevelopment && !HasCertificate(configuration, setting) =>
                $"{setting} has {url} and there is no certificate: set Kestrel:Certificates:Default:Path and Kestrel:Certificates:Default:Password, or use http behind a proxy with TLS.",
            _ => null,
        };
    }

    private static bool HasCertificate(IConfiguration configuration, string setting) =>
        configuration.GetSection("Kestrel:Certificates:Default").GetChildren().Any()
        || (setting.EndsWith(":Url", StringComparison.Ordinal) && configuration.GetSection(setting[..^":Url".Length]).GetChildren().Any(static entry => entry.Key is "Certificate" or "Sni"));

    // What comes first is all that counts.
    private static IEnumerable<(string Setting, string Url)> Addresses(IConfiguration configuration)
    {
        (string Setting, string Url)[] endpoints = [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => ($"{endpoint.Path}:Url", endpoint["Url"] ?? ""))];
        return endpoints is not [] ? endpoints
            : Parts(configuration["urls"]) is { Length: > 0 } urls ? urls.Select(static url => ("urls", url))
            : [.. Parts(configuration["http_ports"]).Select(static port => ("http_ports", $"http://*:{port}")), .. Parts(configuration["https_ports"]).Select(static port => ("https_ports", $"https://*:{port}"))];
    }

    private static string[] Parts(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
