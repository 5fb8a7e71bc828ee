using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Security;

/// <summary>The staff may come from a provider of OpenID Connect, whose keys are got from where it publishes them.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly WebApplication _provider;

    public ProviderTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _provider = builder.Build();
        _provider.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, jwks_uri = $"{Address}/keys" }));
        _provider.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(includePrivateParameters: false)) { KeyId = "1" });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, n = key.N, e = key.E, kid = "1", use = "sig", alg = "RS256" } } });
        });
    }

    private string Address => _provider.Urls.First();

    /// <inheritdoc />
    public Task InitializeAsync() => _provider.StartAsync();

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        _rsa.Dispose();
    }

    [Fact]
    public async Task Whoever_the_provider_knows_is_let_in_by_their_role()
    {
        await using var app = await OpenAsync();
        using var manager = app.As(Token("restaurant-api", "manager"));
        Assert.NotNull(await manager.QueryAsync("{ staffMembers { totalCount } }"));
        await manager.QueryAsync(
            "mutation($input: MarkDishUnavailableInput!) { markDishUnavailable(input: $input) { dish { id } } }", new { input = new { dishId = Ids.Dish(Steps.Pizza) } });
        var entry = (await manager.QueryAsync("{ auditEntries { nodes { name role } } }"))["auditEntries"]!["nodes"]![0]!;
        Assert.Equal("""{"name":"Ada Lovelace","role":"manager"}""", entry.ToJsonString());
    }

    [Theory]
    [InlineData("another-api", "manager")]
    [InlineData("restaurant-api", null)]
    public async Task Whoever_is_sent_elsewhere_or_is_nothing_here_is_refused(string audience, string? role)
    {
        await using var app = await OpenAsync();
        using var somebody = app.As(Token(audience, role));
        using var response = await somebody.Http.GetAsync($"{app.Endpoint}?query={{restaurant{{name}}}}");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Guests_are_let_in_as_before()
    {
        await using var app = await OpenAsync();
        using var guest = app.As(await app.ComeInAsync());
        Assert.NotNull(await guest.QueryAsync("{ orders { totalCount } }"));
    }

    private Task<RestaurantApp> OpenAsync() => RestaurantApp.OpenAsync(
        RestaurantApp.AlwaysOpen, $"--Auth:Authority={Address}", "--Auth:Audience=restaurant-api", "--Auth:RoleClaim=groups", "--Auth:RequireHttpsMetadata=false");

    private string Token(string audience, string? role) => Tokens.Header(new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = audience,
        Expires = DateTime.UtcNow.AddYears(1),
        Subject = new ClaimsIdentity([new Claim("sub", "ada"), new Claim("name", "Ada Lovelace"), .. role is null ? Array.Empty<Claim>() : [new Claim("groups", role)]]),
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
    }));
}
