using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Commands;

/// <summary>What no command understands is refused, and nothing is done.</summary>
[Trait("Store", "File")]
public sealed class RefusalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("restaurant-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("There is no option '--guest'. See --help.", "rush", "--guest", "4")]
    [InlineData("There is no option '--guest'. See --help.", "rush", "--guest=4")]
    [InlineData("There is no option '--ouput'. See --help.", "schema", "export", "--ouput", "x")]
    [InlineData("There is no option '--bogus'. See --help.", "schema", "export", "--output", "--bogus")]
    [InlineData("There is no option '--bogus'. See --help.", "health", "--bogus")]
    [InlineData("There is no option '--bogus'. See --help.", "staff", "list", "--bogus")]
    [InlineData("There is no option '--bogus'. See --help.", "menu", "import", "--bogus")]
    [InlineData("There is no option '--bogus'. See --help.", "database", "copy", "--bogus")]
    [InlineData("There is no option '--batchsize'. See --help.", "database", "copy", "--from", "sqlite:a.db", "--to", "sqlite:b.db", "--batchsize", "10")]
    [InlineData("There is no option '--bogus'. See --help.", "--bogus")]
    [InlineData("'b' is a word too many. See --help.", "menu", "import", "a", "b")]
    [InlineData("There is no setting 'Kitchn:AutoAccept'. Did you mean Kitchen?", "--Kitchn:AutoAccept", "true")]
    [InlineData("There is no setting 'Kitchn:AutoAccept'. Did you mean Kitchen?", "menu", "import", "--Kitchn:AutoAccept=true", "menu.json")]
    [InlineData("'--Kitchen:AutoAccept' has no value: write --Kitchen:AutoAccept=VALUE.", "settings", "--Kitchen:AutoAccept")]
    [InlineData("There is no command 'frobnicate'. Those there are: schema, menu, database, staff, token, rush, settings, health.", "frobnicate")]
    [InlineData("There is no command 'mneu'. Those there are: schema, menu, database, staff, token, rush, settings, health.", "mneu", "export")]
    [InlineData("There is no command 'menu frob'. Those there are: menu import, menu export.", "menu", "frob")]
    [InlineData("There is no command 'frob'. Those there are: schema, menu, database, staff, token, rush, settings, health.", "help", "frob")]
    [InlineData("'menu' alone is no command. Those there are: menu import, menu export.", "menu")]
    public async Task What_nobody_understands_is_named_in_one_line(string message, params string[] arguments)
    {
        var (code, output, error) = await CommandRun.OfAsync(arguments, _folder.FullName);
        Assert.Equal((1, message + "\n", ""), (code, error, output));
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("--Kitchen:AutoAccept", "true")]
    [InlineData("--kitchen:autoaccept=true")]
    [InlineData("--urls", "http://127.0.0.1:0", "--environment=Staging")]
    [InlineData("--ConnectionStrings:Restaurant=Data Source=x.db", "--Logging:LogLevel:Default=None", "--AllowedHosts=*")]
    public async Task Settings_are_taken_before_and_behind_every_command(params string[] settings)
    {
        Assert.Equal(0, (await CommandRun.OfAsync([.. settings, "schema", "export", "--output", "schema.graphql"], _folder.FullName)).Code);
        Assert.Equal(0, (await CommandRun.OfAsync(["settings", .. settings], _folder.FullName)).Code);
        Assert.Equal("schema.graphql", Assert.Single(_folder.EnumerateFileSystemInfos()).Name);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("help", "rush")]
    [InlineData("staff", "add", "--help")]
    public async Task Help_says_how_settings_are_given(params string[] arguments)
    {
        var (code, output, error) = await CommandRun.OfAsync(arguments, _folder.FullName);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("--Section:Name=value, such as --ConnectionStrings:Restaurant=", output, StringComparison.Ordinal);
        Assert.DoesNotContain("additional arguments", output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("staff", "list")]
    [InlineData("staff", "add", "--name", "Ada", "--role", "cook", "--secret", "1234")]
    [InlineData("staff", "remove", "--name", "Ada")]
    [InlineData("menu", "export")]
    [InlineData("token", "create", "--role", "guest")]
    public async Task A_mistyped_address_becomes_no_restaurant(params string[] arguments)
    {
        var (code, output, error) = await CommandRun.OfAsync([.. arguments, Tokens.Setting, "--ConnectionStrings:Restaurant=Data Source=mistyped.db"], _folder.FullName);
        var path = Path.Combine(_folder.FullName, "mistyped.db");
        Assert.Equal((1, $"There is no restaurant at {path}: start the server there once, or import a menu.\n", ""), (code, error, output));
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }
}
