using System.Reflection;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Settings;

/// <summary>What an operator can set.</summary>
/// <param name="Name">The sections it is in and its own name, as the configuration writes it.</param>
/// <param name="Property">What it is bound to.</param>
/// <param name="Default">What holds if nobody sets it; null for nothing.</param>
internal sealed record Setting(string Name, PropertyInfo Property, object? Default)
{
    /// <summary>Those of a section in the order of the code, with those of sections within it and of the first item of a list.</summary>
    public static IEnumerable<Setting> Of(SettingsSection section) => Of(section.Name, section.Type, Activator.CreateInstance(section.Type));

    /// <summary>What the items of a list are; null for what is no list.</summary>
    public static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static IEnumerable<Setting> Of(string path, Type type, object? defaults) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(static property => property.CanWrite)
        .SelectMany(property => Of($"{path}:{property.Name}", property, defaults is null ? null : property.GetValue(defaults)));

    private static IEnumerable<Setting> Of(string path, PropertyInfo property, object? value) => ItemOf(property.PropertyType) switch
    {
        null when property.IsDefined(typeof(ValidateObjectMembersAttribute)) => Of(path, property.PropertyType, value),
        null => [new Setting(path, property, value)],
        { IsClass: true } item when item != typeof(string) => [new Setting(path, property, value), .. Of($"{path}:0", item, defaults: null)],
        _ => [new Setting($"{path}:0", property, value)],
    };
}
