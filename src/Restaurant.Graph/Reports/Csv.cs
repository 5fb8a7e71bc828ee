using System.Buffers;
using System.Globalization;
using System.Text;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Reports;

/// <summary>Tables as RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) has them.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes rows, the header first.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<object?>> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(static row => string.Join(',', row.Select(Cell)) + "\r\n")));

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quote(Harmless(text)),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        Enum constant => GraphNames.Constant(constant.ToString()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Harmless(string text) => FormulaText.IsFormula(text) ? $"'{text}" : text;

    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
