namespace Restaurant.Graph.Platform.Localization;

/// <summary>The texts of a row in one language. A row has no more than one for each.</summary>
public interface ITranslation
{
    /// <summary>The language, as <see cref="LanguageTag.Normalize"/> writes it.</summary>
    string Language { get; }
}
