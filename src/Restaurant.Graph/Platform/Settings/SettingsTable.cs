using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Settings;

/// <summary>Writes settings as a table of Markdown.</summary>
internal static partial class SettingsTable
{
    /// <summary>That of all sections, by their names; each line ends with a line feed.</summary>
    public static string Of(IEnumerable<SettingsSection> sections) => string.Concat(
    [
        "| setting | type | default | bounds | meaning |\n|---|---|---|---|---|\n",
        .. sections.OrderBy(static section => section.Name, StringComparer.Ordinal).SelectMany(Setting.Of).Select(Row),
    ]);

    private static string Row(Setting setting) =>
        $"| `{setting.Name}` | {Kind(setting.Property.PropertyType)} | {Default(setting.Default)} | {Bounds(setting.Property)} | {Cell(XmlDescriptionsAttribute.Of(setting.Property) ?? "")} |\n";

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choice => string.Join(" or ", Enum.GetNames(choice).Select(static name => $"`{name}`")),
        var plain when plain == typeof(bool) => "`true` or `false`",
        var plain when plain == typeof(int) || plain == typeof(long) => "integer",
        var plain when plain == typeof(double) => "number",
        var plain when plain == typeof(TimeSpan) => "time",
        var plain when plain == typeof(Uri) => "address",
        var plain when plain == typeof(string) => "text",
        var plain when Setting.ItemOf(plain) is { } item => item == typeof(string) ? "list of texts" : "list",
        _ => throw new NotSupportedException($"It is not known how to tell of a setting of {type}."),
    };

    private static string Default(object? value) => value is null or "" or ICollection { Count: 0 } ? "none" : $"`{Cell(Text(value))}`";

    private static string Bounds(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() switch
    {
        { Minimum: var least, Maximum: int.MaxValue } => $"at least `{Text(least)}`",
        { Minimum: var least, Maximum: var most } => $"`{Text(least)}` to `{Text(most)}`",
        _ => property.IsDefined(typeof(RequiredAttribute)) ? "not empty" : "",
    };

    /// <summary>Formats a value as the configuration takes it: without the spaces and commas that make large numbers easy to read.</summary>
    public static string Text(object value) => value switch
    {
        true => "true",
        false => "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Cell(string text) => Spaces().Replace(text, " ").Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
