using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Commands;

/// <summary><c>token create</c></summary>
internal static class TokenCommand
{
    private static readonly string[] Known = Roles.All.Split(',');

    /// <summary>Describes the command.</summary>
    public static Command Create(string[] settings)
    {
        var role = new Option<string>("--role") { Description = $"What its bearer is: {string.Join(", ", Known)}.", Required = true };
        var table = new Option<string?>("--table") { Description = "Where a guest sits, such as T1; without it a guest takes away what they order." };
        var name = new Option<string>("--name") { Description = "Under which name the staff's deeds are written down.", DefaultValueFactory = static _ => "development" };
        var lifetime = new Option<TimeSpan>("--lifetime") { Description = "How long it is good, such as 02:30:00.", DefaultValueFactory = static _ => TimeSpan.FromHours(10) };
        role.AcceptOnlyFromAmong(Known);
        var create = new Command("create", "Writes a token, for development: whoever has the signing key can be anybody.") { role, table, name, lifetime };
        create.SetAction((arguments, cancellationToken) => CreateAsync(
            settings, arguments.GetRequiredValue(role), arguments.GetValue(table), arguments.GetRequiredValue(name), arguments.GetRequiredValue(lifetime), cancellationToken));
        return new Command("token", "What says who somebody is.") { create };
    }

    private static async Task<int> CreateAsync(
        string[] settings, string role, string? table, string name, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        await using var app = Server.Build(settings);
        if (!string.Equals(role, Roles.Guest, StringComparison.Ordinal))
        {
            Console.WriteLine(app.Services.GetRequiredService<TokenIssuer>().Issue(new Viewer(role, Key: 0) { Name = name }, lifetime).Token);
            return 0;
        }

        await app.Services.GetRequiredService<DatabaseStartup>().StartingAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        var code = table is null ? null : await db.TableCodes.Where(known => known.Table.Code == table).Select(known => known.Code).SingleOrDefaultAsync(cancellationToken);
        if (table is not null && code is null)
        {
            await Console.Error.WriteLineAsync($"There is no table {table}.");
            return 1;
        }

        var outcome = await app.Services.GetRequiredService<Door>().EnterAsync(code, cancellationToken);
        Console.WriteLine(outcome.Subject?.Token);
        return 0;
    }
}
