using System.Text;
using Restaurant.Graph.Reports;

namespace Restaurant.Graph.Tests.Reports;

/// <summary>No text in a file is a formula to a spreadsheet, whatever that strips or normalizes first.</summary>
public sealed class FormulaTests
{
    private static readonly string[] Starts =
        ["=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "\uFE66", "\uFE62", "\uFE63", "\uFE6B", "\u207A", "\u208C", "\u2212"];

    private static readonly string[] Before =
    [
        "", " ", "  ", "\0", "\t", "\r", "\n", "\v", "\u0001", "\u001F", "\u007F", "\u0085", "\u00A0", "\u00AD", "\u034F", "\u061C", "\u115F", "\u180E", "\u2003", "\u200B", "\u200D",
        "\u200E", "\u2028", "\u202E", "\u2060", "\u2800", "\u3000", "\u3164", "\uFE0F", "\uFEFF", "\uFFA0", "\U000E0020", "\uD800", " \0\u200B",
    ];

    [Fact]
    public void What_could_be_a_formula_is_text()
    {
        var missed = from before in Before from start in Starts let text = $"{before}{start}1+1" where !Cell(text).StartsWith('\'') select Escaped(text);
        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("\tTab")]
    [InlineData("\rReturn")]
    [InlineData("\nFeed")]
    public void What_begins_with_a_tab_or_a_line_break_is_text(string text) => Assert.StartsWith("'", Cell(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Margherita")]
    [InlineData(" Margherita")]
    [InlineData("Fish & chips = lunch")]
    [InlineData("café-crème")]
    [InlineData("\u30AB\u30EC\u30FC")]
    [InlineData("\U0001F355 pizza")]
    [InlineData("")]
    public void Other_text_is_as_it_was(string text) => Assert.Equal(text, Cell(text));

    [Fact]
    public void Numbers_of_the_server_are_numbers() =>
        Assert.Equal("-1,-2.50,-3,2026-03-14\r\n", Encoding.UTF8.GetString(Csv.Write([[-1, -2.50m, -3L, new DateOnly(2026, 3, 14)]])));

    private static string Cell(string text)
    {
        var line = Encoding.UTF8.GetString(Csv.Write([[text]]))[..^2];
        return line.StartsWith('"') ? line[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : line;
    }

    private static string Escaped(string text) => string.Concat(text.Select(character => $"{(int)character:X4} "));
}
