using System.Reflection;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>The classes of the application, among which the platform finds what features contribute.</summary>
internal sealed class FeatureTypes(Assembly assembly)
{
    private readonly Type[] _types = assembly.GetTypes();

    /// <summary>The classes that carry an attribute, in the order of their names.</summary>
    public IEnumerable<Type> With<TAttribute>()
        where TAttribute : Attribute => _types
        .Where(type => type.IsDefined(typeof(TAttribute), inherit: false))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>The classes that can be made and are a <typeparamref name="TBase"/>, in the order of their names.</summary>
    public IEnumerable<Type> Of<TBase>() => _types
        .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(TBase)))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
