using System.Diagnostics.Metrics;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Staff;

/// <summary>Counts sign-ins by their outcome.</summary>
public sealed class SignInMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _attempts = meters.Create(GraphTelemetry.Name)
        .CreateCounter<long>("staff.sign_in.attempts", "{attempt}", "Sign-ins of the staff, by staff.sign_in.outcome: success, failure, throttled or busy.");

    /// <summary>Counts one.</summary>
    /// <param name="outcome">How it ended: <c>success</c>, <c>failure</c>, <c>throttled</c> or <c>busy</c>.</param>
    public void Count(string outcome) => _attempts.Add(1, new KeyValuePair<string, object?>("staff.sign_in.outcome", outcome));
}
