using Microsoft.IdentityModel.JsonWebTokens;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Commands;

/// <summary><c>token create</c>, as a developer runs it.</summary>
[Trait("Store", "File")]
public sealed class TokenCommandTests
{
    [Theory]
    [InlineData("--lifetime is 00:00:00 where it has to be from 00:00:01 to 3650.00:00:00.", "--role", "cook", "--lifetime", "0")]
    [InlineData("--lifetime is -1.00:00:00 where it has to be from 00:00:01 to 3650.00:00:00.", "--role", "cook", "--lifetime", "-1")]
    [InlineData("--table says where a guest sits, and a cook does not.", "--role", "cook", "--table", "T1")]
    [InlineData("--name is empty where a name is needed.", "--role", "cook", "--name", "")]
    [InlineData("This server makes no tokens: they are got elsewhere.", "--role", "cook", "--Auth:Authority=https://example.com", "--Auth:Audience=restaurant")]
    public async Task What_nobody_could_use_is_refused(string message, params string[] arguments)
    {
        var (code, output, error) = await CommandRun.OfAsync(["token", "create", .. arguments]);
        Assert.Equal((1, message + "\n", ""), (code, error, output));
    }

    [Theory]
    [InlineData("guest")]
    [InlineData("cook")]
    public async Task A_token_is_good_for_as_long_as_is_said(string bearer)
    {
        await using var store = new TestFile(await Database.CopyAsync());
        var (code, output, _) = await CommandRun.OfAsync(["token", "create", Tokens.Setting, .. store.Settings, "--role", bearer, "--lifetime", "00:20:00"]);
        Assert.Equal(0, code);
        var token = new JsonWebToken(output.Trim());
        Assert.Equal(TimeSpan.FromMinutes(20), token.ValidTo - token.IssuedAt);
    }
}
