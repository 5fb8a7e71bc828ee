using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Platform.Security;

/// <summary>A token that is not good is refused, whatever is wrong with it, and in the same words.</summary>
public sealed class TokenTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Query = "{ orders { totalCount } }";

    public static TheoryData<string> BadTokens => ["none", "another key", "expired", "not yet", "garbled", "cut off", "empty", "no role", "another audience", "another issuer", "endless", "long", "basic"];

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_token_that_is_not_good_is_refused(string fault)
    {
        using var response = await GetAsync("", Bad(fault));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Snapshot.Match(await response.Content.ReadAsStringAsync(), "TokenTests.A_token_that_is_not_good_is_refused");
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_socket_with_a_token_that_is_not_good_is_closed(string fault)
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint);
        await socket.SendAsync(new { type = "connection_init", payload = new { Authorization = Bad(fault) } });
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal((4403, "Forbidden"), socket.Closed);
    }

    [Fact]
    public async Task A_token_in_an_address_is_refused_though_it_be_good()
    {
        using var response = await GetAsync($"&access_token={Tokens.Manager["Bearer ".Length..]}", authorization: null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_socket_takes_a_token_in_its_first_message()
    {
        await using var socket = await SocketClient.OpenAsync(app.Endpoint, authorization: Tokens.Guest(999));
        await socket.SendAsync(new { type = "connection_init", payload = new { authorization = Tokens.Of(Roles.Cook) } });
        Assert.Equal("connection_ack", (await socket.ReceiveAsync())!["type"]!.GetValue<string>());
        await socket.SubscribeAsync("1", "{ ingredients { totalCount } }");
        Assert.NotNull(await socket.NextAsync());
    }

    [Fact]
    public async Task Whoever_brings_no_token_is_nobody_in_particular()
    {
        using var nobody = app.As(null);
        Assert.NotNull((await nobody.QueryAsync("{ restaurant { name } }"))["restaurant"]);
        Snapshot.Match(await nobody.SnapshotAsync(Query));
    }

    [Fact]
    public async Task A_key_is_changed_without_signing_anybody_out()
    {
        var (older, newer) = (Header(Keys("the older key of two, which is being replaced")), Header(Keys("the newer key of two, which replaces the other")));
        await using var both = await RestaurantApp.OpenAsync(
            "--Auth:SigningKeys:0=the newer key of two, which replaces the other", "--Auth:SigningKeys:1=the older key of two, which is being replaced");
        foreach (var header in new[] { older, newer })
        {
            using var client = both.As(header);
            Assert.NotNull(await client.QueryAsync(Query));
        }

        Assert.StartsWith(Kid(newer), Kid(await both.ComeInAsync()), StringComparison.Ordinal);
    }

    private static AuthOptions Keys(params string[] keys) => new() { SigningKeys = keys };

    private static string Header(AuthOptions options) =>
        Tokens.Header(new TokenIssuer(Options.Create(options), TimeProvider.System).Issue(new Viewer(Roles.Manager, 0), TimeSpan.FromDays(3650)).Token);

    private static string Kid(string header) => new JsonWebToken(header["Bearer ".Length..]).Kid;

    private string Bad(string fault)
    {
        var good = Tokens.Manager;
        var parts = good["Bearer ".Length..].Split('.');
        return fault switch
        {
            "none" => $"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            "another key" => Header(Keys("another key, which this restaurant does not know")),
            "expired" => Made(descriptor => descriptor.Expires = app.Time.GetUtcNow().UtcDateTime.AddSeconds(-6)),
            "not yet" => Made(descriptor => descriptor.NotBefore = app.Time.GetUtcNow().UtcDateTime.AddMinutes(1)),
            "garbled" => $"Bearer {parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}",
            "cut off" => good[..^1],
            "empty" => "Bearer ",
            "no role" => Made(descriptor => descriptor.Claims.Clear()),
            "another audience" => Made(descriptor => descriptor.Audience = "another restaurant"),
            "another issuer" => Made(descriptor => descriptor.Issuer = "another restaurant"),
            "endless" => Made(descriptor => descriptor.Expires = null),
            "long" => good + new string('A', 9000),
            _ => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("manager:secret"))}",
        };
    }

    private static string Made(Action<SecurityTokenDescriptor> change)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = "restaurant",
            Audience = "restaurant",
            Expires = DateTime.UtcNow.AddYears(1),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["role"] = Roles.Manager },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Tokens.Key)), SecurityAlgorithms.HmacSha256),
        };
        change(descriptor);
        return Tokens.Header(new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor));
    }

    private async Task<HttpResponseMessage> GetAsync(string more, string? authorization)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Endpoint}?query={Uri.EscapeDataString(Query)}{more}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await http.SendAsync(request);
    }
}
