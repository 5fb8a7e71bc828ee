using System.CommandLine;
using System.Globalization;
using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Commands;

/// <summary><c>token create</c></summary>
internal static class TokenCommand
{
    private static readonly string[] Known = Roles.All.Split(',');
    private static readonly TimeSpan Shift = TimeSpan.FromHours(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>Describes the command.</summary>
    public static Command Create(string[] settings)
    {
        var role = new Option<string>("--role") { Description = $"What its bearer is: {string.Join(", ", Known)}.", Required = true }.AcceptOnlyFromAmong(Known);
        var table = new Option<string?>("--table") { Description = "Where a guest sits, such as T1; without it a guest takes away what they order." };
        var name = new Option<string>("--name") { Description = "Under which name the staff's deeds are written down; guests have none.", DefaultValueFactory = static _ => "development" }.Named();
        var lifetime = new Option<TimeSpan?>("--lifetime")
        {
            Description = $"How long it is good, as hh:mm:ss or d.hh:mm:ss; a number alone is days. Without it {Shift}, and for guests, who have up to a day, Dining:TokenLifetime.",
        }.Bounded(TimeSpan.FromSeconds(1), Longest);
        var create = new Command("create", "Writes a token, for development: whoever has the signing key can be anybody.") { role, table, name, lifetime };
        create.SetAction((arguments, cancellationToken) => arguments.GetRequiredValue(role) is var who && string.Equals(who, Roles.Guest, StringComparison.Ordinal)
            ? OfGuestAsync([.. settings, .. Setting(arguments.GetValue(lifetime))], arguments.GetValue(table), cancellationToken)
            : OfStaffAsync(settings, new Viewer(who, Key: 0) { Name = arguments.GetRequiredValue(name) }, arguments.GetValue(table), arguments.GetValue(lifetime) ?? Shift));
        return new Command("token", "What says who somebody is.") { create };
    }

    private static string[] Setting(TimeSpan? lifetime) => lifetime is { } time ? [string.Create(CultureInfo.InvariantCulture, $"--Dining:TokenLifetime={time:c}")] : [];

    private static async Task<int> OfStaffAsync(string[] settings, Viewer viewer, string? table, TimeSpan lifetime)
    {
        if (table is not null)
        {
            return await FailAsync($"--table says where a guest sits, and a {viewer.Role} does not.");
        }

        await using var app = Server.Build(settings);
        try
        {
            Console.WriteLine(app.Services.GetRequiredService<TokenIssuer>().Issue(viewer, lifetime).Token);
            return 0;
        }
        catch (ExecutionError refusal)
        {
            return await FailAsync(refusal.Message);
        }
    }

    private static Task<int> OfGuestAsync(string[] settings, string? table, CancellationToken cancellationToken) => House.EnterAsync(
        settings,
        async services =>
        {
            var codes = services.GetRequiredService<RestaurantDb>().TableCodes;
            var code = table is null ? null : await codes.Where(known => known.Table.Code == table).Select(static known => known.Code).SingleOrDefaultAsync(cancellationToken);
            if ((table is null || code is not null) && (await services.GetRequiredService<Door>().EnterAsync(code, Viewer.Nobody, cancellationToken)).Subject is { } token)
            {
                Console.WriteLine(token.Token);
                await DatabasePlace.TellAsync(services);
                return 0;
            }

            return await FailAsync($"There is no table {table}.");
        },
        cancellationToken);

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
