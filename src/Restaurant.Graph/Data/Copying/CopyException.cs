namespace Restaurant.Graph.Data.Copying;

/// <summary>Why a restaurant is not copied, in one line for whoever wants it.</summary>
internal sealed class CopyException(string message) : Exception(message);
