using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests;

/// <summary>The page that walks through an evening says what the server answers.</summary>
public sealed partial class DocumentTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly string Page = Repository.PathOf("docs", "restaurant.md");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_page_shows_what_the_server_answers()
    {
        var written = await File.ReadAllTextAsync(Page);
        var guest = await app.ComeInAsync(await app.CodeOnAsync("T1"));
        var played = new System.Text.StringBuilder();
        var end = 0;
        foreach (var operation in Operations().Matches(written).Cast<Match>())
        {
            using var client = app.As(operation.Groups["who"].Value == Roles.Guest ? guest : Tokens.Of(operation.Groups["who"].Value));
            var answer = (await client.SendAsync(operation.Groups["text"].Value)).ToJsonString(Indented);
            played.Append(written, end, operation.Index - end).Append(operation.Groups["operation"].Value).Append($"\n```json\n{answer}\n```\n");
            end = operation.Index + operation.Length;
        }

        var real = played.Append(written, end, written.Length - end).ToString();
        if (!string.Equals(written, real, StringComparison.Ordinal))
        {
            // What the page should say lies beside it, to be looked at and taken over.
            await File.WriteAllTextAsync(Page + ".real", real);
        }

        Assert.Equal(written, real);
    }

    [GeneratedRegex("(?<operation>```graphql (?<who>[a-z]+)\n(?<text>.*?)```\n)(\n```json\n.*?```\n)?", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Operations();
}
