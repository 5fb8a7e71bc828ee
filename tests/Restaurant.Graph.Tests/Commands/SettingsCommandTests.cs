using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Commands;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Settings;
using Restaurant.Graph.Tests.Support;
using Setting = Restaurant.Graph.Platform.Settings.Setting;

namespace Restaurant.Graph.Tests.Commands;

public sealed class SettingsCommandTests
{
    [Fact]
    public async Task The_page_for_operators_has_the_table_that_the_command_writes()
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "operations.md"));
        var (code, output, error) = await CommandRun.OfAsync(["settings"]);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(page.Split("<!-- settings -->\n")[1].Split("<!-- /settings -->")[0], output);
    }

    [Fact]
    public async Task Every_setting_is_described()
    {
        await using var app = Server.Build([]);
        var settings = app.Services.GetServices<SettingsSection>().SelectMany(Setting.Of).ToList();
        Assert.Empty(settings.Where(static setting => XmlDescriptionsAttribute.Of(setting.Property) is null).Select(static setting => setting.Name));
        Assert.Contains(settings, static setting => setting is { Name: "Kitchen:Brigade:SpeedFactor", Default: 1.0 });
        Assert.Contains(settings, static setting => setting is { Name: "Dining:TurnTimes:0:UpTo", Default: null });
    }
}
