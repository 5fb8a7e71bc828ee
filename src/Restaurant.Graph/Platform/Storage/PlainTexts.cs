using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>
/// Lets no text with the character 0 or half a character come to PostgreSQL, which would refuse the statement: it can store every other character of
/// Unicode. The one for what cannot be shown stands in its place.
/// </summary>
internal sealed class PlainTexts : DbCommandInterceptor
{
    private const char Zero = '\0';
    private const char Replacement = '\uFFFD';

    /// <summary>A text without it.</summary>
    public static string Of(string text)
    {
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Contains(Zero, StringComparison.Ordinal) ? whole.Replace(Zero, Replacement) : whole;
    }

    /// <inheritdoc />
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        foreach (DbParameter parameter in result.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Of(text),
                string[] texts => Array.ConvertAll(texts, Of),
                List<string> texts => texts.ConvertAll(Of),
                var other => other,
            };
        }

        return result;
    }
}

/// <summary>Sets it up.</summary>
internal static class PlainTextsExtensions
{
    private static readonly PlainTexts Texts = new();

    /// <summary>Lets no text with the character 0 come to the database.</summary>
    public static DbContextOptionsBuilder UsePlainTexts(this DbContextOptionsBuilder options) => options.AddInterceptors(Texts);
}
