using System.Reflection;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Reading.Json;

/// <summary>Which format the values of a type of C# have, given how they are stored.</summary>
internal static class Formats
{
    /// <summary>That of a property.</summary>
    public static Format Of(PropertyInfo property) => Members.ElementOf(property) is null ? Of(property.PropertyType) : Format.Json;

    /// <summary>That of a type.</summary>
    public static Format Of(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => Format.Text,
        var number when number == typeof(int) || number == typeof(long) => Format.Integer,
        var number when number == typeof(double) => Format.Number,
        var flag when flag == typeof(bool) => Format.Boolean,
        var guid when guid == typeof(Guid) => Format.Uuid,
        var plain when plain.IsEnum || plain == typeof(DateTimeOffset) || plain == typeof(DateOnly) || plain == typeof(TimeOnly) => Format.Plain,
        _ => throw new NotPlannedException($"There is no format for a {type.Name}."),
    };
}
