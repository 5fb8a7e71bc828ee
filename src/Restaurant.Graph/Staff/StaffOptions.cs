using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Staff;

/// <summary>How the staff signs in, from the section <c>Staff</c> of the configuration.</summary>
public sealed class StaffOptions
{
    /// <summary>How long one is signed in: a shift.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan SignInLifetime { get; init; } = TimeSpan.FromHours(10);

    /// <summary>How often a wrong secret may be given before the name is locked.</summary>
    [Range(1, 100)]
    public int MaxFailedAttempts { get; init; } = 5;

    /// <summary>How long a name is locked.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lockout { get; init; } = TimeSpan.FromMinutes(5);
}
