using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Telemetry;

/// <summary>The log tells a fault once and then its number, and no text of clients.</summary>
public sealed class FaultLogTests : IDisposable
{
    private const string ClientText = "client-text-4711";

    private readonly FakeTimeProvider _time = new();
    private readonly LogLines _lines = new();
    private readonly ILoggerFactory _loggers;

    public FaultLogTests() => _loggers = LoggerFactory.Create(logging => logging.AddProvider(_lines));

    [Fact]
    public void The_first_fault_is_logged_at_once_and_further_ones_as_a_number_per_interval()
    {
        using var log = Create();
        Write(log, times: 100);
        Assert.Single(_lines.Lines);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("99 more within 00:01:00", _lines.Lines.Last(), StringComparison.Ordinal);
        Write(log, times: 3);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("3 more within", _lines.Lines.Last(), StringComparison.Ordinal);
        Assert.Equal(3, _lines.Lines.Count);

        // After a quiet interval the next one is a first one.
        _time.Advance(TimeSpan.FromMinutes(1));
        Write(log, times: 1);
        Assert.Equal(4, _lines.Lines.Count);
    }

    [Fact]
    public void Faults_of_the_store_are_of_one_kind_wherever_they_occur()
    {
        using var log = Create();
        log.Write("Orders could not be read", new NpgsqlException("Failed to connect"));
        log.Write("The event log could not be read", new InvalidOperationException(ClientText, new NpgsqlException("Exception while reading")));
        log.Write("A write failed", new PostgresException("terminating connection", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown), LogLevel.Warning);
        Assert.Contains("STORE_UNAVAILABLE: Failed to connect", Assert.Single(_lines.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_logged_yet_is_logged_when_the_server_stops()
    {
        using (var log = Create())
        {
            Write(log, times: 5);
        }

        Assert.Contains("4 more within", _lines.Lines.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Messages_of_exceptions_are_logged_by_a_setting_alone(bool isLogged)
    {
        using var log = Create(new DiagnosticsOptions { LogClientText = isLogged });
        Write(log, times: 2);
        Assert.Equal(isLogged ? 2 : 0, _lines.Lines.Count(line => line.Contains(ClientText, StringComparison.Ordinal)));
        Assert.Contains(nameof(FormatException), _lines.Lines.First(), StringComparison.Ordinal);
        Assert.Contains(nameof(FaultLogTests), _lines.Lines.First(), StringComparison.Ordinal);
    }

    public void Dispose() => _loggers.Dispose();

    private FaultLog Create(DiagnosticsOptions? options = null) =>
        new(_loggers.CreateLogger<FaultLog>(), Options.Create(options ?? new DiagnosticsOptions()), _time);

    private static void Write(FaultLog log, int times)
    {
        for (var time = 0; time < times; time++)
        {
            try
            {
                throw new FormatException(ClientText);
            }
            catch (FormatException fault)
            {
                log.Write("A field failed", fault);
            }
        }
    }
}
