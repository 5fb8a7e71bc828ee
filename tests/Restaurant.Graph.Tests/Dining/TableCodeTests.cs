using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using QRCoder;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Dining;

/// <summary>The QR codes on tables hold the address where guests come in, and are for those who serve.</summary>
public sealed partial class TableCodeTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("/tables/T1/qr.svg")]
    [InlineData("/tables/VGFibGU6MQ==/qr.svg")]
    public async Task A_picture_holds_the_code_on_its_table(string path)
    {
        using var response = await app.Client.Http.GetAsync(new Uri(app.Endpoint, path));
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store, private", response.Headers.CacheControl?.ToString());
        var url = $"{app.Endpoint.GetLeftPart(UriPartial.Authority)}/?table={await app.CodeOnAsync("T1")}";
        Assert.Equal(MatrixOf(url), MatrixIn(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_address_is_what_the_house_wants_it_to_be()
    {
        await using var other = await RestaurantApp.OpenAsync("--Dining:GuestUrl=https://example.com/menu/{code}");
        var svg = await other.Client.Http.GetStringAsync(new Uri(other.Endpoint, "/tables/T2/qr.svg"));
        Assert.Equal(MatrixOf($"https://example.com/menu/{await other.CodeOnAsync("T2")}"), MatrixIn(svg));
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("example.com/{code}")]
    [InlineData("javascript:alert('{code}')")]
    public async Task An_address_that_is_none_keeps_the_server_from_starting(string url)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RestaurantApp.OpenAsync($"--Dining:GuestUrl={url}"));
        Assert.Contains("Dining:GuestUrl", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_them_are_on_one_sheet()
    {
        var sheet = await app.Client.Http.GetStringAsync(new Uri(app.Endpoint, "/tables/qr"));
        Assert.Equal((await app.Client.QueryAsync("{ tables { id } }"))["tables"]!.AsArray().Count, sheet.Split("<svg").Length - 1);
        Assert.Contains("<figcaption>T1</figcaption>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_none_of_a_table_that_is_not_there()
    {
        using var response = await app.Client.Http.GetAsync(new Uri(app.Endpoint, "/tables/unknown/qr.svg"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/tables/T1/qr.svg")]
    [InlineData("/tables/unknown/qr.svg")]
    [InlineData("/tables/qr")]
    public async Task They_are_for_those_who_serve(string path)
    {
        Assert.Equal((HttpStatusCode.Unauthorized, "AUTH_NOT_AUTHENTICATED"), await AskAsync(null, path));
        Assert.Equal((HttpStatusCode.Unauthorized, "AUTH_NOT_AUTHENTICATED"), await AskAsync("Bearer garbage", path));
        Assert.Equal((HttpStatusCode.Unauthorized, "AUTH_NOT_AUTHENTICATED"), await AskAsync(Tokens.Manager, path + "?access_token=x"));
        Assert.Equal((HttpStatusCode.Forbidden, "AUTH_NOT_AUTHORIZED"), await AskAsync(await app.ComeInAsync(), path));
        Assert.Equal((HttpStatusCode.Forbidden, "AUTH_NOT_AUTHORIZED"), await AskAsync(Tokens.Of(Roles.Cook), path));
    }

    private async Task<(HttpStatusCode Status, string Code)> AskAsync(string? header, string path)
    {
        using var client = app.As(header);
        using var response = await client.Http.GetAsync(new Uri(app.Endpoint, path));
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (response.StatusCode, body["errors"]![0]!["extensions"]!.Text("code"));
    }

    // What the library makes of a text, which is read back by nobody else here.
    private static string MatrixOf(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        return string.Join('\n', data.ModuleMatrix.Select(row => string.Concat(row.Cast<bool>().Select(dark => dark ? '#' : '.'))));
    }

    // The picture, drawn again from its strokes.
    private static string MatrixIn(string svg)
    {
        var size = Number(svg.Split("viewBox=\"0 0 ")[1].Split(' ')[0]);
        var rows = Enumerable.Range(0, size).Select(_ => Enumerable.Repeat('.', size).ToArray()).ToArray();
        foreach (var stroke in Stroke().Matches(svg).Select(match => match.Groups))
        {
            rows[Number(stroke["y"].Value)].AsSpan(Number(stroke["x"].Value), Number(stroke["width"].Value)).Fill('#');
        }

        return string.Join('\n', rows.Select(row => new string(row)));

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("M(?<x>[0-9]+) (?<y>[0-9]+)h(?<width>[0-9]+)v1h-[0-9]+z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stroke();
}
