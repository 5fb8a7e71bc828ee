using Restaurant.Graph.Platform.Localization;

namespace Restaurant.Graph.Tests.Platform.Localization;

public sealed class AcceptLanguageTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("DE", "de")]
    [InlineData("de-CH", "de")]
    [InlineData("de-AT", "de-AT")]
    [InlineData("de-at-1996", "de-AT")]
    [InlineData("fr, de", "de")]
    [InlineData("en;q=0.5, de", "de")]
    [InlineData("en;q=0.5, de;q=0.4", "en-US")]
    [InlineData("de;q=0.4, en;q=0.4", "de")]
    [InlineData("en-GB, de;q=0.9", "en-US")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-Hant-TW", "zh-Hant")]
    [InlineData("*", "en-US")]
    [InlineData("fr, *;q=0.1", "en-US")]
    [InlineData("*;q=0.5, de;q=0.6", "de")]
    [InlineData("en;q=0, *", "de")]
    [InlineData("en;q=0, de;q=0, *;q=0.1", "zh-Hant")]
    [InlineData("de;q=0", null)]
    [InlineData("d", null)]
    [InlineData("deutsch", null)]
    [InlineData("fr", null)]
    [InlineData("", null)]
    [InlineData(";;q=,, =", null)]
    [InlineData("de;q=7", null)]
    [InlineData("\u0000", null)]
    [InlineData("--, -", null)]
    public void The_best_of_the_languages_there_are_is_found(string header, string? expected) =>
        Assert.Equal(expected, AcceptLanguage.Best(header, ["en-US", "de", "de-AT", "zh-Hant"]));

    [Theory]
    [InlineData("de", "de")]
    [InlineData("DE-at", "de-AT")]
    [InlineData("zh-hANT-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("sl-ROZAJ-biske-1994", "sl-rozaj-biske-1994")]
    [InlineData("", null)]
    [InlineData("d", null)]
    [InlineData("german", null)]
    [InlineData("de_AT", null)]
    [InlineData("de-", null)]
    [InlineData("de-AT\n", null)]
    [InlineData("de-AT-aaaaaaaa-aaaaaaab-aaaaaaac-aaaaaaad", null)]
    public void A_tag_is_written_in_the_customary_case(string text, string? expected) => Assert.Equal(expected, LanguageTag.Normalize(text));

    [Fact]
    public void A_tag_falls_back_part_by_part() => Assert.Equal(["zh-Hant-TW", "zh-Hant", "zh"], LanguageTag.Fallbacks("zh-Hant-TW"));
}
