using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Dining;

/// <summary>How guests come and go, from the section <c>Dining</c> of the configuration.</summary>
public sealed class DiningOptions
{
    /// <summary>How long a guest's token is good. Whoever stays longer scans the code once more.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(3);

    /// <summary>How old a visit may be for others to join it by the code on its table; after that they are taken for the next party.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan MaxVisit { get; init; } = TimeSpan.FromHours(6);
}
