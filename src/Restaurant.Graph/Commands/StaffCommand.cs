using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Staff;

namespace Restaurant.Graph.Commands;

/// <summary><c>staff add</c>, <c>staff list</c> and <c>staff remove</c></summary>
internal static class StaffCommand
{
    private const int MinSecretLength = 4;

    private static readonly Option<string> Name = new("--name") { Description = "The name they sign in with.", Required = true };
    private static readonly Option<string> Role = OneOf(Enum.GetNames<StaffRole>().Select(static name => name.ToLowerInvariant()));
    private static readonly Option<string?> Secret = new("--secret") { Description = $"Their PIN or password, {MinSecretLength} characters or more; asked for if it is not given." };

    /// <summary>Describes the commands.</summary>
    public static Command Create(string[] settings) => new("staff", "Who works here.")
    {
        Command(settings, "add", "Lets somebody sign in, or gives them another secret.", [Name, Role, Secret], AddAsync),
        Command(settings, "list", "Shows who works here.", [], ListAsync),
        Command(settings, "remove", "Ends somebody's right at once.", [Name], RemoveAsync),
    };

    private static Command Command(string[] settings, string name, string description, Option[] options, Func<ParseResult, RestaurantDb, IServiceProvider, Task<int>> run)
    {
        var command = new Command(name, description);
        Array.ForEach(options, command.Options.Add);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var app = Server.Build(settings);
            await app.Services.GetRequiredService<DatabaseStartup>().MigrateAsync(cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();
            return await run(arguments, scope.ServiceProvider.GetRequiredService<RestaurantDb>(), scope.ServiceProvider);
        });
        return command;
    }

    private static Option<string> OneOf(IEnumerable<string> roles)
    {
        var option = new Option<string>("--role") { Description = $"What they are: {string.Join(", ", roles)}.", Required = true };
        option.AcceptOnlyFromAmong([.. roles]);
        return option;
    }

    private static async Task<int> AddAsync(ParseResult arguments, RestaurantDb db, IServiceProvider services)
    {
        var (name, role) = (arguments.GetRequiredValue(Name), Enum.Parse<StaffRole>(arguments.GetRequiredValue(Role), ignoreCase: true));
        if ((arguments.GetValue(Secret) ?? Ask()) is not { Length: >= MinSecretLength } secret)
        {
            return await FailAsync($"A secret has {MinSecretLength} characters or more.");
        }

        var member = await db.Staff.SingleOrDefaultAsync(known => known.Name == name && !known.IsRetired);
        if (member is not null && member.Role != role)
        {
            return await FailAsync($"{name} is a {Reception.RoleOf(member.Role)} already. Remove them first.");
        }

        if (member is null && await db.Staff.AnyAsync(known => known.Name == name))
        {
            return await FailAsync($"There was a {name} here before, whose deeds are written down under that name. Choose another.");
        }

        member ??= db.Add(new StaffMember { Name = name, Role = role }).Entity;
        member.SetSecret(services.GetRequiredService<IPasswordHasher<StaffMember>>().HashPassword(member, secret));
        await db.SaveChangesAsync();
        Console.WriteLine($"{name} can sign in as a {Reception.RoleOf(role)}.");
        return 0;
    }

    private static async Task<int> ListAsync(ParseResult arguments, RestaurantDb db, IServiceProvider services)
    {
        foreach (var member in await db.Staff.Where(known => !known.IsRetired).OrderBy(known => known.Name).ToListAsync())
        {
            Console.WriteLine($"{member.Name}  {Reception.RoleOf(member.Role)}");
        }

        return 0;
    }

    private static async Task<int> RemoveAsync(ParseResult arguments, RestaurantDb db, IServiceProvider services)
    {
        var name = arguments.GetRequiredValue(Name);
        if (await db.Staff.SingleOrDefaultAsync(known => known.Name == name && !known.IsRetired) is not { } member)
        {
            return await FailAsync($"Nobody here is called {name}.");
        }

        member.Retire();
        await db.SaveChangesAsync();
        Console.WriteLine($"{name} can sign in no more.");
        return 0;
    }

    private static string? Ask()
    {
        Console.Error.Write("Secret: ");
        return Console.ReadLine();
    }

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
