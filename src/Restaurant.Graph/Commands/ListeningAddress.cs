using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Restaurant.Graph.Commands;

/// <summary>Where a server listens, reckoned from its configuration as the server does it, for whoever is on the same machine.</summary>
internal static class ListeningAddress
{
    private const string Usual = "http://localhost:5000";

    private static readonly string[] Everywhere = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>One that can be asked: by plain http, if it listens so anywhere.</summary>
    public static string In(IConfiguration configuration)
    {
        BindingAddress[] all = [.. Addresses(configuration).Select(BindingAddress.Parse).Where(static address => address is { IsUnixPipe: false, IsNamedPipe: false })];
        var address = all.FirstOrDefault(static address => string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault() ?? BindingAddress.Parse(Usual);
        var host = Everywhere.Contains(address.Host, StringComparer.Ordinal) ? "localhost" : address.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}{address.PathBase.TrimEnd('/')}");
    }

    // What comes first is all that counts.
    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        string[] endpoints = [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"]).OfType<string>()];
        return endpoints is not [] ? endpoints
            : Parts(configuration["urls"]) is { Length: > 0 } urls ? urls
            : [.. Parts(configuration["http_ports"]).Select(static port => $"http://*:{port}"), .. Parts(configuration["https_ports"]).Select(static port => $"https://*:{port}")];
    }

    private static string[] Parts(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
