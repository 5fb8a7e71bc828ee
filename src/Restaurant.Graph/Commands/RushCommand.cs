using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Rush;
using Restaurant.Graph.Staff;

namespace Restaurant.Graph.Commands;

/// <summary><c>rush</c></summary>
internal static class RushCommand
{
    private const int Canceled = 130;

    // A Friday at five in the afternoon, where the restaurant is.
    private static readonly DateTimeOffset Opening = new(2026, 3, 13, 17, 0, 0, TimeSpan.FromHours(-4));

    // The cooks are played here, nobody has to answer within a time, and one speaker is everybody. What the server does again and again finds
    // nothing to do, so that nothing depends on how fast the machine is.
    private static readonly string[] Settings =
    [
        "--Kitchen:AutoAccept=false", "--Kitchen:Brigade:Enabled=false", "--Orders:AnswerWithin=12:00:00", "--Restaurant:TimeZone=America/New_York", "--Restaurant:AlwaysOpen=false",
        "--Limits:CostPerMinute=2000000000", "--Limits:AnonymousCostPerMinute=2000000000", "--Logging:LogLevel:Default=Error", "--urls=http://127.0.0.1:0",
    ];

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "What decides all that is left to chance: the same seed is the same evening.", DefaultValueFactory = static _ => 42 };
        var guests = Bounded(new Option<int>("--guests") { Description = "How many people come, from 1 to 2,000.", DefaultValueFactory = static _ => 200 }, 1, 2_000);
        var speed = Bounded(new Option<double>("--speed") { Description = "How many seconds of the evening are one second here, up to 100,000; 0 for as many as can be.", DefaultValueFactory = static _ => 60 }, 0, 100_000);
        var database = new Option<FileInfo?>("--database") { Description = "A new file to keep the evening in; without it nothing is kept." };
        var command = new Command("rush", "Plays a Friday night through the public API, with guests, waiters, cooks and a clock of its own.") { seed, guests, speed, database };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetValue(seed), arguments.GetValue(guests), arguments.GetValue(speed), arguments.GetValue(database), Console.Out, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int seed, int guests, double speed, FileInfo? kept, TextWriter output, CancellationToken cancellationToken)
    {
        if (kept?.Exists is true)
        {
            await Console.Error.WriteLineAsync($"There is a file '{kept}' already. Name a new one.");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("rush");
        try
        {
            return await PlayAsync(new Chance(seed), guests, speed, kept?.FullName ?? Path.Combine(folder.FullName, "rush.db"), output, cancellationToken);
        }
        catch (RushException fault)
        {
            await Console.Error.WriteLineAsync($"The evening cannot go on: {fault.Message}");
            return 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> PlayAsync(Chance chance, int guests, double speed, string file, TextWriter output, CancellationToken cancellationToken)
    {
        var clock = new VirtualClock(Opening);
        await using var app = Server.Build(
            [.. Settings, $"--ConnectionStrings:Restaurant=Data Source={file}", $"--Auth:SigningKeys:0={Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32))}"],
            services => services.AddSingleton<TimeProvider>(clock));
        await app.StartAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Speaker Voice(string? token) => new(http, chance, token);
        var night = new Night(new Agenda(clock, speed), chance, new Tally(), await SignInAsync(scope.ServiceProvider, db, Voice), Voice);
        var display = new Display(night, output, Opening.Offset, !Console.IsOutputRedirected);
        var isWhole = await TryPlayAsync(night, guests, display, cancellationToken);
        display.End();
        await db.Database.OpenConnectionAsync(CancellationToken.None);
        var day = DateOnly.FromDateTime(Opening.DateTime);
        await output.WriteLineAsync($"\n{app.Services.GetRequiredService<RestaurantClock>().LocalAt(clock.GetUtcNow()):HH:mm}, and {(isWhole ? "the last guest has left." : "it was broken off.")}");
        await new Summary(night, day).WriteAsync(output, await EventLogHash.OfAsync(db.Database.GetDbConnection()));
        var faults = isWhole ? await Books.FaultsAsync(night) : [];
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"Not as it should be: {fault}");
        }

        await app.StopAsync(CancellationToken.None);
        return !isWhole ? Canceled : faults.Count == 0 ? 0 : 1;
    }

    private static async Task<bool> TryPlayAsync(Night night, int guests, Display display, CancellationToken cancellationToken)
    {
        try
        {
            await Evening.PlayAsync(night, guests, display, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task<Team> SignInAsync(IServiceProvider services, RestaurantDb db, Func<string?, Speaker> voice)
    {
        const string Secret = "friday";
        var hasher = services.GetRequiredService<IPasswordHasher<StaffMember>>();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var member = db.Add(new StaffMember { Name = $"{role}", Role = role }).Entity;
            member.SetSecret(hasher.HashPassword(member, Secret));
        }

        await db.SaveChangesAsync();
        return new Team(await SpeakAsync(StaffRole.Manager), await SpeakAsync(StaffRole.Waiter), await SpeakAsync(StaffRole.Cook));

        async Task<Speaker> SpeakAsync(StaffRole role) =>
            voice((await voice(null).DoAsync("signIn", new { name = $"{role}", secret = Secret }, "accessToken { token }"))["accessToken"]!.Text("token"));
    }

    private static Option<T> Bounded<T>(Option<T> option, T least, T most)
        where T : IComparable<T>, IParsable<T>
    {
        option.Validators.Add(result =>
        {
            // What is no number is told of by the parser.
            if (result.Tokens is [.., var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0))
            {
                result.AddError(FormattableString.Invariant($"{option.Name} is {value} where it has to be from {least} to {most}."));
            }
        });
        return option;
    }
}
