using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Restaurant.Graph.Data;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Commands;

[Trait("Store", "File")]
public sealed class CommandTests : IDisposable
{
    private const string WrongConnectionString =
        "The configuration is not right: ConnectionStrings:Restaurant does not fit Database:Provider: Sqlite wants 'Data Source=FILE', PostgreSql wants 'Host=...;Database=...;Username=...'.";

    private readonly string _database = Database.NewPath();

    public void Dispose() => Database.Delete(_database);

    [Fact]
    public async Task Help_names_the_commands()
    {
        var (code, output, error) = await RunAsync("--help");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("schema", output, StringComparison.Ordinal);
        Assert.Contains("menu", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_database));
    }

    [Fact]
    public async Task The_schema_is_written_without_a_database()
    {
        var (code, output, error) = await RunAsync("schema", "export");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("type Query {", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_database));
    }

    [Fact]
    public async Task A_menu_is_imported_into_a_new_database()
    {
        var (code, output, error) = await RunAsync("menu", "import", DatabaseStartup.SeedFile);
        Assert.Equal((0, $"Database: {_database}\n"), (code, error));
        Assert.Matches(@"^Imported menu\.json\. Dishes on the menu: \d+\.", output);
        Assert.True(File.Exists(_database));
    }

    [Fact]
    public async Task A_menu_is_exported_to_a_file_or_to_the_console()
    {
        await RunAsync("menu", "import", DatabaseStartup.SeedFile);
        var (code, output, error) = await RunAsync("menu", "export");
        Assert.Equal((0, ""), (code, error));
        Assert.True(JsonNode.DeepEquals(MenuFiles.Seed(), JsonNode.Parse(output)));

        var path = Path.Combine(Path.GetTempPath(), $"menu-{Guid.NewGuid():N}.json");
        Assert.Equal((0, "", ""), await TrimmedAsync("menu", "export", "--output", path));
        Assert.Equal(output, await File.ReadAllTextAsync(path));
        File.Delete(path);
        Assert.Contains("--output", (await RunAsync("menu", "export", "--help")).Output, StringComparison.Ordinal);

        await new TestFile(_database).ExecuteAsync("""PRAGMA foreign_keys = 0; DELETE FROM "Menus" """);
        Assert.Equal((1, "", "There is no menu to export."), await TrimmedAsync("menu", "export"));
    }

    [Theory]
    [InlineData("There is no file 'missing.json'.", "menu", "import", "missing.json")]
    [InlineData("The configuration is not right: Database:Provider must be Sqlite or PostgreSql, was MySql.", "--Database:Provider=MySql", Tokens.Setting)]
    [InlineData("The configuration is not right: Kitchen:Brigade:SpeedFactor must be a number, was fast.", "--Kitchen:Brigade:SpeedFactor=fast", Tokens.Setting)]
    [InlineData("The configuration is not right: There is no setting 'Kitchen:Brigade:Enable'. Did you mean Kitchen:Brigade:Enabled?", "--Kitchen:Brigade:Enable=true", Tokens.Setting)]
    [InlineData("The configuration is not right: There is no setting 'Orders:Foo'. The command settings tells what can be set.", "--Orders:Foo:Bar=1", Tokens.Setting)]
    [InlineData(WrongConnectionString, "--Database:Provider=PostgreSql", Tokens.Setting)]
    [InlineData(WrongConnectionString, "--Database:Provider=PostgreSql", "--ConnectionStrings:Restaurant=Hots=here", Tokens.Setting)]
    [InlineData(WrongConnectionString, "--ConnectionStrings:Restaurant=Host=here", Tokens.Setting)]
    [InlineData("The database cannot be used: Failed to connect to 127.0.0.1:1: Connection refused", "--Database:Provider=PostgreSql", "--ConnectionStrings:Restaurant=Host=127.0.0.1;Port=1", Tokens.Setting)]
    [InlineData("The configuration is not right: urls must be an address such as http://127.0.0.1:5000, was foo.", "--urls", "foo", Tokens.Setting)]
    [InlineData("The configuration is not right: Restaurant:Currency must be a currency code of ISO 4217 in upper-case letters, such as USD, was nope.", "--Restaurant:Currency=nope", Tokens.Setting)]
    [InlineData("The configuration is not right: Restaurant:Language is 'german' where the tag of a language is needed, such as en or de-AT.", "--Restaurant:Language=german", Tokens.Setting)]
    [InlineData("The configuration is not right: Restaurant:TimeZone is 'Mars', which is no time zone known here. An example is Europe/Vienna.", "--Restaurant:TimeZone=Mars", Tokens.Setting)]
    [InlineData("The configuration is not right: A secret in Auth:SigningKeys is the one for development, which everybody knows.", "--Auth:SigningKeys:0=for development only, and known to everybody who can read")]
    [InlineData("The configuration is not right: A secret in Auth:SigningKeys has fewer than 32 characters.", "--Auth:SigningKeys:0=short")]
    [InlineData("The configuration is not right: Nobody could say who they are. Set Auth:SigningKeys:0 to a secret of your own (openssl rand -base64 48), or Auth:Authority and Auth:Audience to those of an OpenID Connect provider.")]
    public async Task What_cannot_be_done_is_said_in_one_line(string message, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal((1, message), (code, error.Trim()));
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        await File.WriteAllTextAsync(_database, "This is a letter, and no database at all.");
        var (code, _, error) = await RunAsync(Tokens.Setting);
        Assert.Equal(1, code);
        Assert.StartsWith($"The database cannot be used: {_database}: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.StartsWith("This is a letter", await File.ReadAllTextAsync(_database), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("29990101000000_Tomorrow", "The database is of a newer server: it was brought to '29990101000000_Tomorrow'")]
    [InlineData("20261127180338_Contacts", "The database is of a server before the first release ('20261127180338_Contacts')")]
    public async Task A_database_whose_migrations_are_unknown_is_left_as_it_is(string last, string expected)
    {
        await RunAsync("menu", "import", DatabaseStartup.SeedFile);
        await using (var connection = new SqliteConnection($"Data Source={_database}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """UPDATE "__EFMigrationsHistory" SET "MigrationId" = $last""";
            command.Parameters.AddWithValue("$last", last);
            await command.ExecuteNonQueryAsync();
        }

        var (code, _, error) = await RunAsync(Tokens.Setting);
        Assert.Equal(1, code);
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_menu_with_faults_is_refused_with_all_of_them()
    {
        var path = Path.Combine(Path.GetTempPath(), $"menu-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, MenuFiles.Of(MenuFiles.Dish("Soup", "", -1)).ToJsonString());
        var (code, _, error) = await RunAsync("menu", "import", path);
        File.Delete(path);
        Assert.Equal(1, code);
        Assert.Contains("was not imported. It has 3 faults:", error, StringComparison.Ordinal);
        Assert.Contains("  $.categories[0].dishes[0].price: is -1 where", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> TrimmedAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        return (code, output.Trim(), error.Trim());
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => CommandRun.OfAsync(arguments, environment: new Dictionary<string, string>
    {
        ["ConnectionStrings__Restaurant"] = $"Data Source={_database}",
        ["Logging__LogLevel__Default"] = "None",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
    });
}
