using GraphQL;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>Reading that goes beyond what one operation may take.</summary>
internal sealed class ReadLimitError : ExecutionError
{
    private ReadLimitError(string code, string message)
        : base(message) => Code = code;

    /// <summary>The statements took too long.</summary>
    public static ReadLimitError TooSlow() => new("TIMEOUT", "The operation took too long.");

    /// <summary>The answer would be too large.</summary>
    public static ReadLimitError TooLarge(int limit) => new("ANSWER_TOO_LARGE", $"The answer would be larger than {limit} bytes. Ask for less at a time.");
}
