using System.Globalization;
using System.Text.Json;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>Values of C# as the store holds them, for statements that bind and read columns themselves.</summary>
internal static class StoredValue
{
    /// <summary>An instant in UTC to the millisecond: stores keep no more.</summary>
    public static DateTimeOffset Instant(DateTimeOffset value) => new(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>What a parameter is bound to: text, a number, or null; a list as a JSON array.</summary>
    public static object? Of(object? value) => value switch
    {
        bool flag => flag ? 1L : 0L,
        Enum constant => GraphNames.Constant(constant.ToString()),
        DateTimeOffset instant => instant.UtcDateTime.ToString(DateTimeType.Form, CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? @"HH\:mm\:ss" : @"HH\:mm\:ss\.fffffff", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Guid guid => guid.ToString("D").ToUpperInvariant(),
        decimal number => number.ToString("0.0###########################", CultureInfo.InvariantCulture),
        int number => (long)number,
        Array list => JsonSerializer.Serialize(list.Cast<object?>().Select(Of)),
        DBNull => null,
        _ => value,
    };

    /// <summary>What makes a value of C# of a stored one, which is a long, a double, a string or null.</summary>
    public static Func<object?, object?> Reader(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target.IsEnum)
        {
            var constants = Enum.GetValues(target).Cast<object>().ToDictionary(static value => (string)Of(value)!, StringComparer.Ordinal);
            return value => value is string name ? constants[name] : null;
        }

        return value => value switch
        {
            null => null,
            long flag when target == typeof(bool) => flag != 0,
            string instant when target == typeof(DateTimeOffset) =>
                DateTimeOffset.ParseExact(instant, DateTimeType.Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            _ => Convert.ChangeType(value, target, CultureInfo.InvariantCulture),
        };
    }
}
