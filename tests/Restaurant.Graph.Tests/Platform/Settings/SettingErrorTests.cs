using Microsoft.Extensions.Options;
using Restaurant.Graph.Commands;
using Restaurant.Graph.Platform.Settings;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Settings;

/// <summary>Values that the binder of the framework would take for something else, or leave out.</summary>
public sealed class SettingErrorTests
{
    [Theory]
    [InlineData("Orders:AnswerWithin=15", "Orders:AnswerWithin must be a duration such as 00:15:00 (hours:minutes:seconds), was 15.")]
    [InlineData("Orders:AnswerWithin=00:15", "Orders:AnswerWithin must be a duration such as 00:15:00 (hours:minutes:seconds), was 00:15.")]
    [InlineData("Orders:AnswerWithin=15m", "Orders:AnswerWithin must be a duration such as 00:15:00 (hours:minutes:seconds), was 15m.")]
    [InlineData("Orders:AnswerWithin=25:00:00", "Orders:AnswerWithin must be a duration such as 00:15:00 (hours:minutes:seconds), was 25:00:00.")]
    [InlineData("Orders:AnswerWithin=", "Orders:AnswerWithin must be a duration such as 00:15:00 (hours:minutes:seconds), was empty.")]
    [InlineData("Orders:AnswerWithin=-00:15:00", "Orders:AnswerWithin must be between 00:00:10 and 30.00:00:00, was -00:15:00.")]
    [InlineData("Dining:TurnTimes:0:Time=90", "Dining:TurnTimes:0:Time must be a duration such as 00:15:00 (hours:minutes:seconds), was 90.")]
    [InlineData("Database:Provider=1", "Database:Provider must be Sqlite or PostgreSql, was 1.")]
    [InlineData("Database:Provider=7", "Database:Provider must be Sqlite or PostgreSql, was 7.")]
    [InlineData("Database:Provider=Sqlite,PostgreSql", "Database:Provider must be Sqlite or PostgreSql, was Sqlite,PostgreSql.")]
    [InlineData("Restaurant:AlwaysOpen=yes", "Restaurant:AlwaysOpen must be true or false, was yes.")]
    [InlineData("Restaurant:AlwaysOpen=1", "Restaurant:AlwaysOpen must be true or false, was 1.")]
    [InlineData("Http:MaxBatchSize=0x10", "Http:MaxBatchSize must be an integer, was 0x10.")]
    [InlineData("Http:MaxBatchSize=1e1", "Http:MaxBatchSize must be an integer, was 1e1.")]
    [InlineData("Http:MaxBatchSize=99999999999", "Http:MaxBatchSize must be an integer, was 99999999999.")]
    [InlineData("Http:MaxBatchSize=-1", "Http:MaxBatchSize must be between 0 and 100, was -1.")]
    [InlineData("Limits:CostPerMinute=-1", "Limits:CostPerMinute must be at least 0, was -1.")]
    [InlineData("Kitchen:Brigade:SpeedFactor=NaN", "Kitchen:Brigade:SpeedFactor must be a number, was NaN.")]
    [InlineData("Kitchen:Brigade:SpeedFactor=Infinity", "Kitchen:Brigade:SpeedFactor must be a number, was Infinity.")]
    [InlineData("Kitchen:Brigade:SpeedFactor=0", "Kitchen:Brigade:SpeedFactor must be between 0.1 and 100000, was 0.")]
    [InlineData("Kitchen:Brigade=true", "Kitchen:Brigade is a group of settings, such as Kitchen:Brigade:Enabled, and has no value of its own, was true.")]
    [InlineData("Cors:Origins=https://order.example", "Cors:Origins is a list: set Cors:Origins:0, Cors:Origins:1 and so on instead of Cors:Origins.")]
    [InlineData("Cors:Origins:first=https://order.example", "Cors:Origins is a list: its entries are Cors:Origins:0, Cors:Origins:1 and so on, was Cors:Origins:first.")]
    [InlineData("Limits:MaxCosts=5", "There is no setting 'Limits:MaxCosts'. Did you mean Limits:MaxCost?")]
    [InlineData("Orders:Foo=5", "There is no setting 'Orders:Foo'. The command settings tells what can be set.")]
    [InlineData("Orders:AnswerWithin:Minutes=5", "There is no setting 'Orders:AnswerWithin:Minutes'. Did you mean Orders:AnswerWithin?")]
    [InlineData("Restaurant:Currency=XXQ", "Restaurant:Currency must be a currency code of ISO 4217 in upper-case letters, such as USD, was XXQ.")]
    [InlineData("Restaurant:Name=", "Restaurant:Name must not be empty.")]
    [InlineData("Auth:Authority=foo", "Auth:Authority must be an absolute address such as https://example.com, was foo.")]
    public void A_wrong_setting_is_named_with_its_limit_and_its_value(string setting, string expected) => Assert.Equal([expected], ErrorsOf(setting));

    [Theory]
    [InlineData("Orders:AnswerWithin=1.00:15:00")]
    [InlineData("Orders:AnswerWithin=0:15:00.5")]
    [InlineData("Database:Provider=postgresql", "ConnectionStrings:Restaurant=Host=here")]
    [InlineData("restaurant:alwaysopen=TRUE")]
    [InlineData("Kitchen:MaxWaitMinutes=")]
    [InlineData("Cors:Origins=")]
    [InlineData("Cors:Origins:3=https://order.example")]
    [InlineData("Restaurant:Currency=KWD")]
    public void A_right_setting_is_taken(params string[] settings) => Assert.Empty(ErrorsOf(settings));

    [Theory]
    [InlineData("MaxCosts", "MaxCost")]
    [InlineData("maxcots", "MaxCost")]
    [InlineData("Max", null)]
    [InlineData("Introspektion", "Introspection")]
    public void The_closest_name_is_found_if_it_is_close(string name, string? expected) => Assert.Equal(expected, ClosestName.Find(name, ["MaxCost", "MaxDepth", "Introspection"]));

    private static IEnumerable<string> ErrorsOf(params string[] settings)
    {
        try
        {
            Server.Validate([Tokens.Setting, .. settings.Select(static setting => $"--{setting}")]);
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
    }
}
