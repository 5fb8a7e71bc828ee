using System.Reflection;

namespace Restaurant.Graph.Platform.Localization;

/// <summary>
/// A text that clients read in their own language. The class has a list <c>Translations</c> of <see cref="ITranslation"/>, and these a property
/// of the same name; where that is null, or there is no translation, the text is read as it is.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TranslatedAttribute : Attribute
{
    /// <summary>Whether a property carries it.</summary>
    internal static bool IsOn(PropertyInfo? property) => property?.IsDefined(typeof(TranslatedAttribute)) ?? false;
}
