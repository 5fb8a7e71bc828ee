using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Staff;

/// <summary>How the staff signs in, from the section <c>Staff</c> of the configuration.</summary>
public sealed class StaffOptions
{
    /// <summary>How long one is signed in: a shift.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan SignInLifetime { get; init; } = TimeSpan.FromHours(10);

    /// <summary>Failed sign-ins under one name from one address, or from one device that has signed in before, within <c>Staff:Lockout</c>.</summary>
    [Range(1, 100)]
    public int MaxFailedAttempts { get; init; } = 5;

    /// <summary>Failed sign-ins under one name from all addresses together within <c>Staff:Lockout</c>; known devices are not counted.</summary>
    [Range(1, 10_000)]
    public int MaxFailedAttemptsOfName { get; init; } = 20;

    /// <summary>
    /// Failed sign-ins from one address (IPv4, or the /64 of IPv6) under all names together within <c>Staff:Lockout</c>; known devices are not counted.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxFailedAttemptsOfAddress { get; init; } = 30;

    /// <summary>Time in which all failed attempts are forgiven, one after the other; each copy of the server counts by itself.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lockout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a device is known after it has signed in; another secret or role ends it before.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan DeviceLifetime { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How many secrets are verified at once; each takes a processor for some hundredths of a second.</summary>
    [Range(1, 64)]
    public int MaxConcurrentSignIns { get; init; } = 2;
}
