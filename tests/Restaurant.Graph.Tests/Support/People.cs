using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;
using Restaurant.Graph.Staff;

namespace Restaurant.Graph.Tests.Support;

/// <summary>People who come to a restaurant.</summary>
internal static class People
{
    public const string SignIn = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken { token role expiresAt deviceToken } errors { __typename ... on Error { message code path } ... on SignInLockedError { lockedUntil } } } }";
    public const string StartVisit = "mutation($input: StartVisitInput!) { startVisit(input: $input) { accessToken { token role expiresAt } errors { __typename ... on Error { message code path } } } }";
    public const string CloseVisit = "mutation($input: CloseVisitInput!) { closeVisit(input: $input) { visit { id closedAt } errors { __typename ... on Error { message code path } } } }";

    /// <summary>Lets somebody work there.</summary>
    public static async Task HireAsync(this RestaurantApp app, string name, StaffRole role, string secret)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, hasher) = (scope.ServiceProvider.GetRequiredService<RestaurantDb>(), scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffMember>>());
        var member = new StaffMember { Name = name, Role = role };
        db.Add(member.SetSecret(hasher.HashPassword(member, secret)));
        await db.SaveChangesAsync();
    }

    /// <summary>Signs somebody in; the payload.</summary>
    public static async Task<JsonNode> SignInAsync(this RestaurantApp app, string name, string secret, string? deviceToken = null)
    {
        using var nobody = app.As(null);
        return await nobody.SignInAsync(name, secret, deviceToken);
    }

    /// <summary>Signs somebody in from the address of a client; the payload.</summary>
    public static async Task<JsonNode> SignInAsync(this GraphQLClient client, string name, string secret, string? deviceToken = null) =>
        (await client.QueryAsync(SignIn, new { input = new { name, secret, deviceToken } }))["signIn"]!;

    /// <summary>The header of somebody who has signed in.</summary>
    public static async Task<string> ComeToWorkAsync(this RestaurantApp app, string name, string secret) => HeaderIn(await app.SignInAsync(name, secret));

    /// <summary>The header of a guest who has come, and sits at a table if there is a code on it.</summary>
    public static async Task<string> ComeInAsync(this RestaurantApp app, string? tableCode = null)
    {
        using var nobody = app.As(null);
        return HeaderIn((await nobody.QueryAsync(StartVisit, new { input = new { tableCode } }))["startVisit"]!);
    }

    /// <summary>The code on a table.</summary>
    public static async Task<string> CodeOnAsync(this RestaurantApp app, string table) =>
        (await app.Client.QueryAsync("{ tableCodes { code table { code } } }"))["tableCodes"]!.AsArray()
            .Single(code => code!["table"]!["code"]!.GetValue<string>() == table)!["code"]!.GetValue<string>();

    /// <summary>The id of the visit of a guest.</summary>
    public static async Task<string> VisitOfAsync(this RestaurantApp app, string guest)
    {
        using var client = app.As(guest);
        return (await client.QueryAsync("{ visits { nodes { id } } }"))["visits"]!["nodes"]!.AsArray().Single()!["id"]!.GetValue<string>();
    }

    private static string HeaderIn(JsonNode payload) => Tokens.Header(payload["accessToken"]!["token"]!.GetValue<string>());
}
