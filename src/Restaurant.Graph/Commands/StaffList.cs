using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Staff;

namespace Restaurant.Graph.Commands;

/// <summary>Those who work here, as an operator changes them. The answers are exit codes.</summary>
internal sealed class StaffList(IServiceProvider services)
{
    /// <summary>How short a secret may be.</summary>
    public const int MinSecretLength = 4;

    private readonly RestaurantDb _db = services.GetRequiredService<RestaurantDb>();

    /// <summary>Lets somebody sign in, whether they are new, are there already, or were there before.</summary>
    public async Task<int> AddAsync(string name, StaffRole role, string? given)
    {
        var known = await _db.Staff.SingleOrDefaultAsync(member => member.Name == name);
        if (known is { IsRetired: false } && known.Role != role)
        {
            return await FailAsync($"{name} is a {Reception.RoleOf(known.Role)} already. The command 'staff role' makes them a {Reception.RoleOf(role)}.");
        }

        if ((given ?? SecretPrompt.Ask()) is not { Length: >= MinSecretLength and <= Reception.MaxLength } secret)
        {
            return await FailAsync($"A secret has from {MinSecretLength} to {Reception.MaxLength} characters.");
        }

        var member = known ?? _db.Add(new StaffMember { Name = name, Role = role }).Entity;
        var hash = services.GetRequiredService<IPasswordHasher<StaffMember>>().HashPassword(member, secret);
        if (member.IsRetired)
        {
            member.Return(role, hash);
        }
        else
        {
            member.SetSecret(hash);
        }

        return await SaveAsync($"{name} can sign in as a {Reception.RoleOf(role)}.");
    }

    /// <summary>Writes who works here.</summary>
    public async Task<int> WriteAsync()
    {
        foreach (var member in await _db.Staff.Where(static known => !known.IsRetired).OrderBy(static known => known.Name).ToListAsync())
        {
            Console.WriteLine($"{member.Name}  {Reception.RoleOf(member.Role)}");
        }

        return 0;
    }

    /// <summary>Makes somebody something else.</summary>
    public Task<int> ChangeAsync(string name, StaffRole role) => WithAsync(name, async member =>
    {
        if (member.Role == role)
        {
            Console.WriteLine($"{name} is a {Reception.RoleOf(role)} already.");
            return 0;
        }

        member.Become(role);
        return await SaveAsync($"{name} is a {Reception.RoleOf(role)} now, and has to sign in again.");
    });

    /// <summary>Ends somebody's right.</summary>
    public Task<int> RemoveAsync(string name) => WithAsync(name, async member =>
    {
        member.Retire();
        return await SaveAsync($"{name} can sign in no more.");
    });

    private async Task<int> WithAsync(string name, Func<StaffMember, Task<int>> change) =>
        await _db.Staff.SingleOrDefaultAsync(member => member.Name == name && !member.IsRetired) is { } member
            ? await change(member)
            : await FailAsync($"Nobody here is called {name}.");

    private async Task<int> SaveAsync(string done)
    {
        await _db.SaveChangesAsync();
        Console.WriteLine(done);
        await DatabasePlace.TellAsync(services);
        return 0;
    }

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
