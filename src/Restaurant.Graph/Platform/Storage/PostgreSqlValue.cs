using Restaurant.Graph.Platform.Composition;

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
        Enum constant => GraphNames.Constant(constant.ToString()),
        DateTimeOffset instant => StoredValue.Instant(instant),
        Array { Length: > 0 } list when list.GetType().GetElementType() is { IsEnum: true } or { IsClass: false, IsPrimitive: false } && list.GetValue(0) is Enum =>
            list.Cast<Enum>().Select(static constant => GraphNames.Constant(constant.ToString())).ToArray(),
        DateTimeOffset[] instants => Array.ConvertAll(instants, StoredValue.Instant),
        _ => value,
    };
}
