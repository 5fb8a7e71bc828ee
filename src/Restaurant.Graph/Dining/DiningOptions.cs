using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Dining;

/// <summary>How guests come and go, from the section <c>Dining</c> of the configuration.</summary>
public sealed class DiningOptions : IValidatableObject
{
    /// <summary>What stands for the code of a table in <see cref="GuestUrl"/>.</summary>
    public const string CodePlace = "{code}";

    private static readonly IReadOnlyList<TurnTime> UsualTurnTimes =
    [
        new() { UpTo = 2, Time = TimeSpan.FromMinutes(90) },
        new() { UpTo = 4, Time = TimeSpan.FromMinutes(120) },
        new() { UpTo = 50, Time = TimeSpan.FromMinutes(150) },
    ];

    /// <summary>How long a guest's token is good. Whoever stays longer scans the code once more.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(3);

    /// <summary>How old a visit may be for others to join it by the code on its table; after that they are the next party, unless something of it is open or unpaid.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan MaxVisit { get; init; } = TimeSpan.FromHours(6);

    /// <summary>
    /// The address that the QR code on a table holds, with <c>{code}</c> where the code of the table goes: an absolute one, or one that begins
    /// with a slash and is of the host that is asked for the QR code.
    /// </summary>
    [Required]
    public string GuestUrl { get; init; } = "/?table={code}";

    /// <summary>How long parties sit, by their size; none for the usual times: 1.5 hours for two, 2 hours for four, 2.5 hours for more.</summary>
    public IReadOnlyList<TurnTime> TurnTimes { get; init; } = [];

    /// <summary>How long before a reservation its table is kept free.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan HoldBefore { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often it is looked up which tables are to be kept.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HoldInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How far ahead a table can be reserved.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "730.00:00:00")]
    public TimeSpan BookAhead { get; init; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How many visits without a table an address (IPv4, or the /64 of IPv6) can begin within <c>Dining:AddressPeriod</c>; they come back one by one.
    /// 0: no limit.
    /// </summary>
    [Range(0, 1_000_000)]
    public int VisitsPerAddress { get; init; } = 60;

    /// <summary>
    /// How many reservations an address can make within <c>Dining:AddressPeriod</c>, those that it cancels included; they come back one by one.
    /// 0: no limit.
    /// </summary>
    [Range(0, 1_000_000)]
    public int NewReservationsPerAddress { get; init; } = 30;

    /// <summary>Time in which an address gets back what it has used of <c>Dining:VisitsPerAddress</c> and <c>Dining:NewReservationsPerAddress</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan AddressPeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many open reservations, on the waitlist or with a table, an address may have that the staff has not made or booked; 0: no limit.</summary>
    [Range(0, 1_000_000)]
    public int ReservationsPerAddress { get; init; } = 10;

    /// <summary>
    /// Percent of the tables, rounded up, that can be reserved at a time without the staff. Beyond it the staff reserves, or books from the waitlist.
    /// </summary>
    [Range(0, 100)]
    public int UnconfirmedTableShare { get; init; } = 75;

    /// <summary>Whether the code of a table ends when its party leaves. Off by default, since a printed code then has to be replaced.</summary>
    public bool RenewTableCodes { get; init; }

    /// <summary>How long a party of some size sits; one that is larger than all of <see cref="TurnTimes"/> as long as the largest.</summary>
    internal TimeSpan TurnTimeOf(int partySize)
    {
        var times = TurnTimes is [] ? UsualTurnTimes : TurnTimes;
        return (times.FirstOrDefault(turn => partySize <= turn.UpTo) ?? times[^1]).Time;
    }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!GuestUrl.Contains(CodePlace, StringComparison.Ordinal) || !IsAddress(GuestUrl.Replace(CodePlace, "code", StringComparison.Ordinal)))
        {
            yield return new ValidationResult($"Dining:GuestUrl is '{GuestUrl}' where an address with {CodePlace} in it is needed, such as https://example.com/?table={CodePlace} or /?table={CodePlace}.");
        }

        foreach (var (index, turn) in TurnTimes.Index())
        {
            if (turn.UpTo <= (index == 0 ? 0 : TurnTimes[index - 1].UpTo))
            {
                yield return new ValidationResult($"Dining:TurnTimes:{index}:UpTo is {turn.UpTo} where it has to be more than {(index == 0 ? 0 : TurnTimes[index - 1].UpTo)}.");
            }

            if (turn.Time < TurnTime.Least || turn.Time > TurnTime.Most)
            {
                yield return new ValidationResult($"Dining:TurnTimes:{index}:Time is {turn.Time} where it has to be {TurnTime.Least} to {TurnTime.Most}.");
            }
        }
    }

    private static bool IsAddress(string text) => text.StartsWith('/')
        ? Uri.IsWellFormedUriString(text, UriKind.Relative)
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

/// <summary>How long a party sits.</summary>
public sealed class TurnTime
{
    /// <summary>The shortest that makes sense.</summary>
    internal static readonly TimeSpan Least = TimeSpan.FromMinutes(15);

    /// <summary>The longest.</summary>
    internal static readonly TimeSpan Most = TimeSpan.FromHours(12);

    /// <summary>The largest party that a time is for.</summary>
    public int UpTo { get; init; }

    /// <summary>How long such a party sits.</summary>
    public TimeSpan Time { get; init; }
}
