using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Settings;

/// <summary>Reads the settings of a section, and says of what cannot be one what an operator can mend.</summary>
internal static partial class SettingsBinding
{
    private const string Help = "The command settings tells what can be set";

    /// <summary>Reads them.</summary>
    /// <exception cref="OptionsValidationException">One has a value that it cannot have, or there is none of that name.</exception>
    public static void Bind<T>(IConfigurationSection section, T options)
        where T : class
    {
        try
        {
            section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException fault)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(T), [ReasonOf(section, fault.Message)]);
        }
    }

    // The binder tells it in a sentence, which names types.
    private static string ReasonOf(IConfigurationSection section, string message) =>
        Wrong().Match(message) is { Success: true } wrong ? $"{wrong.Groups["path"].Value} cannot be '{wrong.Groups["value"].Value}'. {Help}"
        : Unknown().Match(message) is { Success: true } unknown ? $"There is no setting '{PathOf(section, unknown.Groups["name"].Value)}'. {Help}"
        : $"What is set in {section.Path} cannot be read. {Help}";

    private static string PathOf(IConfigurationSection section, string name) =>
        section.AsEnumerable().Select(static pair => pair.Key).FirstOrDefault(key => key.EndsWith($":{name}", StringComparison.OrdinalIgnoreCase)) ?? $"{section.Path}:{name}";

    [GeneratedRegex("value '(?<value>.*)' at '(?<path>[^']+)'", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Wrong();

    [GeneratedRegex("not found on the instance of .*: '(?<name>[^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex Unknown();
}
