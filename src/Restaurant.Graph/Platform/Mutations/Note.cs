namespace Restaurant.Graph.Platform.Mutations;

/// <summary>Words that people add to what they do.</summary>
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

/// <summary>A note is too long.</summary>
public sealed record NoteTooLongError : MutationError
{
    /// <summary>The most characters it may have.</summary>
    public required int MaxLength { get; init; }
}
