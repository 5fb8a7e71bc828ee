using System.Globalization;
using System.Text.RegularExpressions;

namespace Restaurant.Graph.Platform.Settings;

/// <summary>Decides whether a configured text is a value of a setting's type. The binder is lenient where a typing error then has a meaning.</summary>
internal static partial class SettingValue
{
    /// <summary>Returns what the setting must be, with an example; null if the text is such a value.</summary>
    public static string? Requirement(Type type, string text)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return text.Length == 0 ? null : Requirement(inner, text);
        }

        if (type.IsEnum)
        {
            // The binder also takes the number of a constant, and several constants with commas.
            var names = Enum.GetNames(type);
            return names.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : string.Join(" or ", names);
        }

        return type switch
        {
            _ when type == typeof(bool) => Unless(bool.TryParse(text, out _), "true or false"),
            _ when type == typeof(int) => Unless(int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), "an integer"),
            _ when type == typeof(long) => Unless(long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), "an integer"),
            _ when type == typeof(double) => Unless(IsNumber(text), "a number"),
            // A bare number would be days, two numbers hours and minutes, and more than 23 hours days again.
            _ when type == typeof(TimeSpan) => Unless(
                Duration().IsMatch(text) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _), "a duration such as 00:15:00 (hours:minutes:seconds)"),
            _ when type == typeof(Uri) => Unless(IsAddress(text), "an absolute address such as https://example.com"),
            _ => null,
        };
    }

    private static string? Unless(bool isValid, string requirement) => isValid ? null : requirement;

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex(@"^-?([0-9]+\.)?([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();
}
