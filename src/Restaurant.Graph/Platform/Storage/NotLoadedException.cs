namespace Restaurant.Graph.Platform.Storage;

/// <summary>A row was asked for another that it refers to and that was not read with it.</summary>
/// <param name="name">The property that refers to it.</param>
public sealed class NotLoadedException(string name) : InvalidOperationException($"'{name}' was not read.");
