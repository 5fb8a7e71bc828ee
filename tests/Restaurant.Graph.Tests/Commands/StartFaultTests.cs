using System.Net;
using System.Net.Sockets;
using Npgsql;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Commands;

/// <summary>A server that cannot start says why in a line for each fault, and nothing of how it is made.</summary>
[Trait("Store", "File")]
public sealed class StartFaultTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("restaurant-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task All_wrong_settings_are_reported_at_once()
    {
        var (code, output, error) = await RunAsync(
            "--urls=http://127.0.0.1:99999", "--Orders:AnswerWithin=15", "--Restaurant:Currency=XXQ", "--Restaurant:Name=", "--Http:MaxBatchSize=x", "--Limits:MaxCosts=1",
            "--Limits:MaxDepth=1", "--Logging:LogLevel:Default=Loud", "--ConnectionStrings:Restaurnt=x", "--Kestrel:Certificates:Default:Path=missing.pfx",
            "--OTEL_EXPORTER_OTLP_ENDPOINT=collector");
        Assert.Equal((1, ""), (code, output));
        string[] expected =
        [
            "urls must have a port from 0 to 65535, was http://127.0.0.1:99999.",
            "Orders:AnswerWithin must be a duration such as 00:15:00 (hours:minutes:seconds), was 15.",
            "Restaurant:Currency must be a currency code of ISO 4217 in upper-case letters, such as USD, was XXQ.",
            "Restaurant:Name must not be empty.",
            "Http:MaxBatchSize must be an integer, was x.",
            "There is no setting 'Limits:MaxCosts'. Did you mean Limits:MaxCost?",
            "Limits:MaxDepth must be between 3 and 100, was 1.",
            "Logging:LogLevel:Default must be one of Trace, Debug, Information, Warning, Error, Critical, None, was Loud.",
            "There is no setting 'ConnectionStrings:Restaurnt'. Did you mean ConnectionStrings:Restaurant?",
            "Kestrel:Certificates:Default:Path must be the file of a certificate, was missing.pfx, and there is no such file.",
            "OTEL_EXPORTER_OTLP_ENDPOINT must be an absolute address such as https://example.com, was collector.",
        ];
        Assert.Equal(
            expected.Select(static line => $"The configuration is not right: {line}").Order(StringComparer.Ordinal),
            error.TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_port_in_use_is_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{other.LocalEndpoint}";
        await AssertLineAsync($"Failed to bind to address {url}: address already in use.", "--urls", url);
    }

    [Theory]
    [InlineData("The configuration is not right: urls has https://127.0.0.1:0 and there is no certificate: set Kestrel:Certificates:Default:Path and Kestrel:Certificates:Default:Password, or use http behind a proxy with TLS.", "--urls=https://127.0.0.1:0")]
    [InlineData("The configuration is not right: urls must begin with http:// or https://, was ftp://127.0.0.1:0.", "--urls=ftp://127.0.0.1:0")]
    [InlineData("The configuration is not right: urls must have an IP address where the port is 0, such as http://127.0.0.1:0, was http://localhost:0.", "--urls=http://localhost:0")]
    [InlineData("The configuration is not right: http_ports must have a port from 0 to 65535, was http://*:many.", "--http_ports=many")]
    [InlineData("The configuration is not right: Kestrel:Endpoints:Main:Url must be an address such as http://127.0.0.1:5000, was empty.", "--Kestrel:Endpoints:Main:Protocols=Http1")]
    [InlineData("The server cannot listen: A path base can only be configured using IApplicationBuilder.UsePathBase().", "--urls=http://127.0.0.1:0/shop")]
    [InlineData("The server cannot listen where urls says: Cannot assign requested address.", "--urls=http://192.0.2.1:5000")]
    public Task What_cannot_be_listened_to_is_one_line(string message, string setting) => AssertLineAsync(message, setting);

    [Fact]
    public async Task A_file_that_is_no_certificate_is_one_line()
    {
        var path = Path.Combine(_folder.FullName, "certificate.pfx");
        await File.WriteAllTextAsync(path, "This is a letter.");
        var (code, _, error) = await RunAsync("--urls=https://127.0.0.1:0", $"--Kestrel:Certificates:Default:Path={path}");
        Assert.Equal(1, code);
        Assert.StartsWith("The certificate cannot be used: ", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_created_is_one_line()
    {
        var missing = Path.Combine(_folder.FullName, "missing", "restaurant.db");
        await AssertLineAsync(
            $"The database cannot be created: {missing}: there is no folder '{Path.GetDirectoryName(missing)}'.", $"--ConnectionStrings:Restaurant=Data Source={missing}");
        await AssertLineAsync(
            $"The database cannot be used: {_folder.FullName}: SQLite Error 14: 'unable to open database file'.", $"--ConnectionStrings:Restaurant=Data Source={_folder.FullName}");
    }

    [PostgreSqlFact]
    public async Task A_database_that_is_not_there_is_one_line()
    {
        var address = new NpgsqlConnectionStringBuilder(PostgreSqlServer.Named!.ConnectionString);
        string[] Settings(string changed) => ["--Database:Provider=PostgreSql", $"--ConnectionStrings:Restaurant={address};{changed}"];
        await AssertLineAsync("The database cannot be used: 3D000: database \"missing\" does not exist", Settings("Database=missing"));
        await AssertLineAsync("The database cannot be used: 28000: role \"missing\" does not exist", Settings("Username=missing"));
        await AssertLineAsync("The database cannot be used: Name or service not known: Name or service not known", Settings("Host=missing.invalid"));
    }

    [Fact]
    public async Task What_has_no_effect_is_warned_of()
    {
        // It ends because the port is taken, after the warnings.
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var environment = new Dictionary<string, string> { ["Limts__MaxCost"] = "5", ["ASPNETCORE_ENVIRONMENT"] = "Prodution" };
        var (_, output, _) = await CommandRun.OfAsync([Tokens.Setting, $"--urls=http://{other.LocalEndpoint}"], _folder.FullName, environment);
        Assert.Contains("There is no section 'Limts' of settings, and Limts:MaxCost has no effect. Did you mean Limits?", output, StringComparison.Ordinal);
        Assert.Contains("The environment is 'Prodution', which is none of Development, Staging, Production", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_asks_no_address_that_is_none()
    {
        var (code, output, error) = await CommandRun.OfAsync(["health", "--urls=http://127.0.0.1:99999"], _folder.FullName);
        Assert.Equal((1, "", "The configuration is not right: urls must have a port from 0 to 65535, was http://127.0.0.1:99999.\n"), (code, output, error));
    }

    private async Task AssertLineAsync(string message, params string[] settings)
    {
        var (code, output, error) = await RunAsync(settings);
        Assert.Equal((1, message + "\n"), (code, error));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] settings) => CommandRun.OfAsync([Tokens.Setting, .. settings], _folder.FullName);
}
