using System.Globalization;
using System.Text.RegularExpressions;

namespace Restaurant.Graph.Platform.Scalars;

/// <summary>An instant.</summary>
internal sealed partial class DateTimeType() : SpecifiedScalar<DateTimeOffset>(
    "DateTime",
    "An instant with its offset, in the form of RFC 3339; an answer is in UTC with milliseconds: 2026-03-14T18:30:00.000Z.",
    "https://scalars.graphql.org/andimarek/date-time.html")
{
    /// <summary>The form of an answer and of a stored instant: sorts as text as it does in time.</summary>
    public const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <inheritdoc />
    protected override bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        return Rfc3339().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value);
    }

    /// <inheritdoc />
    protected override string Format(DateTimeOffset value) => value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc3339();
}

/// <summary>A time of day.</summary>
internal sealed class LocalTimeType() : SpecifiedScalar<TimeOnly>(
    "LocalTime",
    "A time of day in the zone of the place that is meant: 18:30:00.",
    "https://scalars.graphql.org/andimarek/local-time.html")
{
    /// <inheritdoc />
    protected override bool TryParse(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <inheritdoc />
    protected override string Format(TimeOnly value) => value.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>A day of the calendar.</summary>
internal sealed class LocalDateType() : SpecifiedScalar<DateOnly>(
    "LocalDate",
    "A day in the zone of the place that is meant: 2026-03-14.",
    "https://scalars.graphql.org/andimarek/local-date.html")
{
    /// <inheritdoc />
    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <inheritdoc />
    protected override string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A universally unique identifier.</summary>
internal sealed class UuidType() : SpecifiedScalar<Guid>(
    "UUID",
    "A universally unique identifier in the form of RFC 9562: 0199d5e2-7c1b-7000-8000-1f3c5e7a9b2d.",
    "https://www.rfc-editor.org/rfc/rfc9562")
{
    /// <inheritdoc />
    protected override bool TryParse(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    /// <inheritdoc />
    protected override string Format(Guid value) => value.ToString("D");
}
