using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests;

/// <summary>The page that walks through an evening says what the server answers.</summary>
public sealed partial class DocumentTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly string Page = Repository.PathOf("docs", "restaurant.md");

    // Codes are made by chance.
    private const string CodeOnT2 = "(the code on T2)";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_page_shows_what_the_server_answers()
    {
        var written = await File.ReadAllTextAsync(Page);
        var guest = await app.ComeInAsync(await app.CodeOnAsync("T1"));
        var code = await app.CodeOnAsync("T2");
        var played = new System.Text.StringBuilder();
        var end = 0;
        foreach (var operation in Operations().Matches(written).Cast<Match>())
        {
            using var client = app.As(operation.Groups["who"].Value switch { "nobody" => null, Roles.Guest => guest, var role => Tokens.Of(role) });
            var answer = (await client.SendAsync(operation.Groups["text"].Value.Replace(CodeOnT2, code, StringComparison.Ordinal))).ToJsonString(Indented);
            played.Append(written, end, operation.Index - end).Append(operation.Groups["operation"].Value).Append($"\n```json\n{answer}\n```\n");
            end = operation.Index + operation.Length;
        }

        var real = await WithEveningAsync(played.Append(written, end, written.Length - end).ToString());
        if (!string.Equals(written, real, StringComparison.Ordinal))
        {
            // What the page should say lies beside it, to be looked at and taken over.
            await File.WriteAllTextAsync(Page + ".real", real);
        }

        Assert.Equal(written, real);
    }

    // The last command of the page, with what it prints.
    private static async Task<string> WithEveningAsync(string page)
    {
        var evening = Evening().Match(page);
        var (_, output, _) = await CommandRun.OfAsync(evening.Groups["arguments"].Value.Split(' '));
        return Evening().Replace(page, _ => $"{evening.Groups["command"].Value}\n```\n{output.Trim()}\n```\n");
    }

    [GeneratedRegex("(?<command>```sh\ndotnet run --project src/Restaurant.Graph -- (?<arguments>rush [^\n]*)\n```\n)\n```\n.*?\n```\n", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Evening();

    [GeneratedRegex("(?<operation>```graphql (?<who>[a-z]+)\n(?<text>.*?)```\n)(\n```json\n.*?```\n)?", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Operations();
}
