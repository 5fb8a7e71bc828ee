namespace Restaurant.Graph.Platform.Settings;

/// <summary>A section of the configuration, and what it is bound to.</summary>
/// <param name="Name">What the section is called.</param>
/// <param name="Type">The class whose properties are its settings; a new one holds the defaults.</param>
internal sealed record SettingsSection(string Name, Type Type);
