using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Rush;
using Restaurant.Graph.Staff;

namespace Restaurant.Graph.Commands;

/// <summary>A night to be played, in a restaurant that is opened for it.</summary>
/// <param name="seed">What decides all that is left to chance.</param>
/// <param name="guests">How many people come.</param>
/// <param name="speed">How many seconds of it are one of ours; 0 for as many as can be.</param>
/// <param name="settings">What the configuration is besides.</param>
internal sealed class RushNight(int seed, int guests, double speed, string[] settings)
{
    private const int Canceled = 130;

    // A Friday at five in the afternoon, where the restaurant is.
    private static readonly DateTimeOffset Opening = new(2026, 3, 13, 17, 0, 0, TimeSpan.FromHours(-4));

    // The cooks are played, nobody has to answer within a time, and one speaker is everybody. What the server does again and again finds
    // nothing to do, so that nothing depends on how fast the machine is.
    private static readonly string[] Settings =
    [
        "--Kitchen:AutoAccept=false", "--Kitchen:Brigade:Enabled=false", "--Orders:AnswerWithin=12:00:00", "--Restaurant:TimeZone=America/New_York", "--Restaurant:AlwaysOpen=false", "--Restaurant:DemoMenu=true",
        "--Limits:CostPerMinute=0", "--Limits:AnonymousCostPerMinute=0", "--Limits:AddressCostPerMinute=0", "--Dining:VisitsPerAddress=0", "--Dining:NewReservationsPerAddress=0",
        "--Dining:ReservationsPerAddress=0", "--Dining:UnconfirmedTableShare=100", "--Orders:MaxItemsWithoutTable=0", "--Orders:StockShareWithoutTable=100",
        "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft.AspNetCore=Error",
        "--Auth:CheckInterval=00:01:00", "--Database:Provider=Sqlite", "--urls=http://127.0.0.1:0",
    ];

    private readonly Chance _chance = new(seed);
    private readonly VirtualClock _clock = new(Opening);

    /// <summary>Plays it over a new file; the answer is the exit code.</summary>
    public async Task<int> PlayAsync(string file, TextWriter output, CancellationToken cancellationToken)
    {
        await using var app = Server.Build(
            [.. settings, .. Settings, $"--ConnectionStrings:Restaurant=Data Source={file}", $"--Auth:SigningKeys:0={RandomNumberGenerator.GetHexString(64)}"],
            services => services.AddSingleton<TimeProvider>(_clock));
        await app.StartAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        await HireAsync(scope.ServiceProvider);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Speaker Voice(string? token) => new(http, _chance, token);
        var night = new Night(new Agenda(_clock, speed), _chance, new Tally(), await SignInAsync(Voice), Voice);
        var isWhole = await TryPlayAsync(night, new Display(night, output, Opening.Offset, !Console.IsOutputRedirected), cancellationToken);
        await output.WriteLineAsync($"\n{app.Services.GetRequiredService<RestaurantClock>().LocalAt(_clock.GetUtcNow()):HH:mm}, and {(isWhole ? "the last guest has left." : "it was broken off.")}");
        await TellAsync(night, scope.ServiceProvider, output);
        var faults = isWhole ? await Books.FaultsAsync(night) : [];
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"Not as it should be: {fault}");
        }

        await app.StopAsync(CancellationToken.None);
        return !isWhole ? Canceled : faults.Count == 0 ? 0 : 1;
    }

    private async Task<bool> TryPlayAsync(Night night, Display display, CancellationToken cancellationToken)
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
        finally
        {
            display.End();
        }
    }

    private static async Task TellAsync(Night night, IServiceProvider services, TextWriter output)
    {
        var database = services.GetRequiredService<RestaurantDb>().Database;
        await database.OpenConnectionAsync();
        await new Summary(night, DateOnly.FromDateTime(Opening.DateTime)).WriteAsync(output, await EventLogHash.OfAsync(database.GetDbConnection()));
    }

    // Everybody is called what they are.
    private static async Task HireAsync(IServiceProvider services)
    {
        var (db, hasher) = (services.GetRequiredService<RestaurantDb>(), services.GetRequiredService<IPasswordHasher<StaffMember>>());
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var member = db.Add(new StaffMember { Name = $"{role}", Role = role }).Entity;
            member.SetSecret(hasher.HashPassword(member, member.Name));
        }

        await db.SaveChangesAsync();
    }

    private static async Task<Team> SignInAsync(Func<string?, Speaker> voice)
    {
        return new Team(await SpeakAsync(StaffRole.Manager), await SpeakAsync(StaffRole.Waiter), await SpeakAsync(StaffRole.Cook));

        async Task<Speaker> SpeakAsync(StaffRole role) =>
            voice((await voice(null).DoAsync("signIn", new { name = $"{role}", secret = $"{role}" }, "accessToken { token }"))["accessToken"]!.Text("token"));
    }
}
