using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Settings;

/// <summary>Validates a section: all entries of the configuration, and all bounds. Each message names the setting, its limit and its value.</summary>
/// <remarks>Unlike the data annotations of the framework, which name the property alone and stop before <see cref="IValidatableObject"/>.</remarks>
internal sealed class SectionValidator<T>(IConfiguration configuration, string section) : IValidateOptions<T>
    where T : class
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, T options)
    {
        string[] errors = [.. SectionReader.Read(configuration.GetSection(section), section, typeof(T)).Errors, .. ErrorsOf(section, options)];
        return errors is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> ErrorsOf(string path, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite))
        {
            var value = property.GetValue(options);
            var name = $"{path}:{property.Name}";
            var nested = value is not null && property.IsDefined(typeof(ValidateObjectMembersAttribute)) ? ErrorsOf(name, value) : [];
            foreach (var error in property.GetCustomAttributes<ValidationAttribute>().Where(rule => !rule.IsValid(value)).Select(rule => Message(rule, name, value)).Concat(nested))
            {
                yield return error;
            }
        }

        if (options is IValidatableObject validatable)
        {
            foreach (var result in validatable.Validate(new ValidationContext(options)))
            {
                yield return result.ErrorMessage ?? $"{path} is not valid.";
            }
        }
    }

    private static string Message(ValidationAttribute rule, string name, object? value) => rule switch
    {
        RangeAttribute { Maximum: int.MaxValue, Minimum: var least } => $"{name} must be at least {SettingsTable.Text(least)}, was {SettingsTable.Text(value ?? "")}.",
        RangeAttribute range => $"{name} must be between {SettingsTable.Text(range.Minimum)} and {SettingsTable.Text(range.Maximum)}, was {SettingsTable.Text(value ?? "")}.",
        RequiredAttribute => $"{name} must not be empty.",
        _ => rule.FormatErrorMessage(name),
    };
}
