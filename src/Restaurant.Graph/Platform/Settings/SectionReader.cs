using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Settings;

/// <summary>Reads the entries of a configuration section: those that can be bound, and an error for each that cannot.</summary>
internal sealed class SectionReader
{
    private readonly Dictionary<string, string?> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _errors = [];

    private SectionReader()
    {
    }

    /// <summary>The entries that can be bound, by their full names.</summary>
    public IReadOnlyDictionary<string, string?> Entries => _entries;

    /// <summary>What is wrong with the others: one message each.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Reads a section whose settings are the writable properties of a type.</summary>
    public static SectionReader Read(IConfigurationSection section, string name, Type type)
    {
        var reader = new SectionReader();
        reader.ReadGroup(section, name, type);
        return reader;
    }

    private void ReadGroup(IConfigurationSection group, string path, Type type)
    {
        if (!string.IsNullOrEmpty(group.Value))
        {
            _errors.Add($"{path} is a group of settings, such as {path}:{Properties(type)[0].Name}, and has no value of its own, was {group.Value}.");
        }

        foreach (var entry in group.GetChildren())
        {
            if (Properties(type).FirstOrDefault(property => string.Equals(property.Name, entry.Key, StringComparison.OrdinalIgnoreCase)) is { } property)
            {
                Read(entry, $"{path}:{property.Name}", property);
            }
            else
            {
                _errors.Add(Unknown($"{path}:{entry.Key}", ClosestName.Find(entry.Key, Properties(type).Select(static known => known.Name)) is { } close ? $"{path}:{close}" : null));
            }
        }
    }

    private void Read(IConfigurationSection entry, string path, PropertyInfo property)
    {
        if (Setting.ItemOf(property.PropertyType) is { } item)
        {
            ReadList(entry, path, item);
        }
        else if (property.IsDefined(typeof(ValidateObjectMembersAttribute)))
        {
            ReadGroup(entry, path, property.PropertyType);
        }
        else
        {
            ReadValue(entry, path, property.PropertyType);
        }
    }

    private void ReadList(IConfigurationSection list, string path, Type item)
    {
        if (!string.IsNullOrEmpty(list.Value))
        {
            _errors.Add($"{path} is a list: set {path}:0, {path}:1 and so on instead of {path}.");
        }

        foreach (var entry in list.GetChildren())
        {
            var name = $"{path}:{entry.Key}";
            if (!int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                _errors.Add($"{path} is a list: its entries are {path}:0, {path}:1 and so on, was {name}.");
            }
            else if (item.IsClass && item != typeof(string))
            {
                ReadGroup(entry, name, item);
            }
            else
            {
                ReadValue(entry, name, item);
            }
        }
    }

    private void ReadValue(IConfigurationSection entry, string path, Type type)
    {
        foreach (var child in entry.GetChildren())
        {
            _errors.Add(Unknown($"{path}:{child.Key}", path));
        }

        if (entry.Value is not { } text)
        {
            return;
        }

        if (SettingValue.Requirement(type, text) is { } requirement)
        {
            _errors.Add($"{path} must be {requirement}, was {(text.Length == 0 ? "empty" : text)}.");
            return;
        }

        _entries.Add(path, text);
    }

    private static PropertyInfo[] Properties(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite)];

    private static string Unknown(string path, string? closest) =>
        $"There is no setting '{path}'. {(closest is null ? "The command settings tells what can be set." : $"Did you mean {closest}?")}";
}
