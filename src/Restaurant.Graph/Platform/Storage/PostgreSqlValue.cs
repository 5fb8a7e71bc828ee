namespace Restaurant.Graph.Platform.Storage;

/// <summary>Values of C# as PostgreSQL takes them.</summary>
internal static class PostgreSqlValue
{
    /// <summary>What a parameter is bound to.</summary>
    public static object Of(object? value) => value switch
    {
        null => DBNull.Value,
        string text => PlainTexts.Of(text),
        string[] texts => Array.ConvertAll(texts, PlainTexts.Of),
        DateTimeOffset instant => StoredValue.Instant(instant),
        DateTimeOffset[] instants => Array.ConvertAll(instants, StoredValue.Instant),
        _ => value,
    };
}
