using System.CommandLine;
using Restaurant.Graph.Staff;

namespace Restaurant.Graph.Commands;

/// <summary><c>staff add</c>, <c>staff list</c>, <c>staff role</c> and <c>staff remove</c></summary>
internal static class StaffCommand
{
    /// <summary>Describes the commands.</summary>
    public static Command Create(string[] settings)
    {
        // Only a new name has bounds: whoever was taken in without any can still be changed and removed.
        var (newName, name, role) = (Name().Named(), Name(), Role());
        var secret = new Option<string?>("--secret") { Description = $"Their PIN or password, {StaffList.MinSecretLength} characters or more. Without it, it is asked for, or read from the standard input." };
        return new Command("staff", "Who works here.")
        {
            Command("add", "Lets somebody sign in, or gives them another secret. Whoever was removed comes back under their name.", [newName, role, secret], (staff, given) =>
                staff.AddAsync(given.GetRequiredValue(newName), RoleIn(given, role), given.GetValue(secret))),
            Command("list", "Shows who works here.", [], static (staff, _) => staff.WriteAsync()),
            Command("role", "Makes somebody something else, and ends what they were signed in with.", [name, role], (staff, given) =>
                staff.ChangeAsync(given.GetRequiredValue(name), RoleIn(given, role))),
            Command("remove", "Ends somebody's right at once.", [name], (staff, given) => staff.RemoveAsync(given.GetRequiredValue(name))),
        };

        Command Command(string word, string description, Option[] options, Func<StaffList, ParseResult, Task<int>> run)
        {
            var command = new Command(word, description);
            Array.ForEach(options, command.Options.Add);
            command.SetAction((given, cancellationToken) => House.EnterAsync(settings, services => run(new StaffList(services), given), cancellationToken));
            return command;
        }
    }

    private static Option<string> Name() => new("--name") { Description = "The name they sign in with.", Required = true };

    private static Option<string> Role()
    {
        string[] roles = [.. Enum.GetNames<StaffRole>().Select(static name => name.ToLowerInvariant())];
        return new Option<string>("--role") { Description = $"What they are: {string.Join(", ", roles)}.", Required = true }.AcceptOnlyFromAmong(roles);
    }

    private static StaffRole RoleIn(ParseResult given, Option<string> role) => Enum.Parse<StaffRole>(given.GetRequiredValue(role), ignoreCase: true);
}
