using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Tests.Support;

/// <summary>Tokens that every restaurant of the tests takes, whatever time it is there.</summary>
internal static class Tokens
{
    public const string Key = "a secret that is good for tests and for nothing else";

    private static readonly TokenIssuer Issuer = new(Options.Create(new AuthOptions { SigningKeys = [Key] }), TimeProvider.System);

    /// <summary>The setting that makes a restaurant take them.</summary>
    public const string Setting = $"--Auth:SigningKeys:0={Key}";

    /// <summary>The header of a manager, who may do almost everything.</summary>
    public static string Manager { get; } = Of(Roles.Manager);

    /// <summary>The header of somebody, which is good for years.</summary>
    public static string Of(string role, long key = 0, string? name = "Test", int? stamp = null) =>
        Header(Issuer.Issue(new Viewer(role, key) { Name = name, Stamp = stamp }, TimeSpan.FromDays(3650)).Token);

    /// <summary>The header of a guest of a visit.</summary>
    public static string Guest(long visit) => Of(Roles.Guest, visit, name: null);

    /// <summary>The header with a token.</summary>
    public static string Header(string token) => $"Bearer {token}";

    /// <summary>Lets a client say who it is.</summary>
    public static HttpClient As(this HttpClient http, string? authorization)
    {
        http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        return http;
    }
}
