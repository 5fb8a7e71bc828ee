using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>Words that people add to orders and to what they do with them.</summary>
internal static class Note
{
    /// <summary>The most characters.</summary>
    public const int MaxLength = 500;

    /// <summary>The fault of a note that is too long; null if it is not.</summary>
    public static NoteTooLongError? TooLong(string? note, params ReadOnlySpan<object> path) => note?.Length > MaxLength
        ? new NoteTooLongError
        {
            Message = $"This has {note.Length} characters where {MaxLength} is the most.",
            Path = InputPath.Of(path),
            MaxLength = MaxLength,
        }
        : null;
}
