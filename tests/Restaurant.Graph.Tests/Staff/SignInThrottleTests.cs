using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Graph.Staff;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Staff;

/// <summary>Guesses are slowed down, strangers keep none of the staff out, and the staff learns of failures.</summary>
public sealed class SignInThrottleTests
{
    private const string Secret = "correct horse";

    [Fact]
    public async Task Of_guesses_at_the_same_moment_no_more_are_tried_than_of_guesses_one_by_one()
    {
        var hasher = new CountingHasher();
        await using var app = await RestaurantApp.OpenAsync(services => services.AddSingleton<IPasswordHasher<StaffMember>>(hasher), "--Staff:MaxFailedAttempts=5");
        await app.HireAsync("Ada", StaffRole.Manager, Secret);
        using var nobody = app.As(null);
        var payloads = await Task.WhenAll(Enumerable.Range(0, 60).Select(guess => nobody.SignInAsync("Ada", $"{guess}")));
        Assert.Equal(5, payloads.Count(payload => payload.Codes().Single() == "WRONG_NAME_OR_SECRET"));
        Assert.Equal(55, payloads.Count(payload => payload.Codes().Single() == "SIGN_IN_LOCKED"));
        Assert.Equal(5, hasher.Verified);
    }

    [Fact]
    public async Task An_unknown_name_takes_the_same_work()
    {
        var hasher = new CountingHasher();
        await using var app = await RestaurantApp.OpenAsync(services => services.AddSingleton<IPasswordHasher<StaffMember>>(hasher));
        await app.HireAsync("Ada", StaffRole.Manager, Secret);
        await app.SignInAsync("Ada", "nonsense");
        var (verified, hashed) = (hasher.Verified, hasher.Hashed);
        await app.SignInAsync("Ada", "nonsense");
        Assert.Equal((verified + 1, hashed), (hasher.Verified, hasher.Hashed));
        await app.SignInAsync("Bob", "nonsense");
        Assert.Equal((verified + 2, hashed), (hasher.Verified, hasher.Hashed));

        // Both hashes have the same form, and with it the same number of iterations.
        Assert.All(hasher.Hashes, hash => Assert.Equal(Convert.FromBase64String(hash)[..13], Convert.FromBase64String(hasher.Hashes.First())[..13]));
    }

    [Fact]
    public async Task Strangers_at_other_addresses_keep_nobody_out_until_there_are_many()
    {
        await using var app = await RestaurantApp.OpenAsync("--Staff:MaxFailedAttempts=2", "--Staff:MaxFailedAttemptsOfName=5");
        await app.HireAsync("Ada", StaffRole.Manager, Secret);
        using var first = app.From("127.0.0.2");
        using var second = app.From("127.0.0.3");
        using var third = app.From("127.0.0.4");
        await GuessAsync(first, "Ada", times: 10);
        Assert.Empty((await app.SignInAsync("Ada", Secret)).Codes());
        await GuessAsync(second, "Ada", times: 10);
        await GuessAsync(third, "Ada", times: 10);
        Assert.Equal(["SIGN_IN_LOCKED"], (await app.SignInAsync("Ada", Secret)).Codes());
    }

    [Fact]
    public async Task A_device_that_has_signed_in_before_gets_in_whatever_strangers_try()
    {
        await using var app = await RestaurantApp.OpenAsync("--Staff:MaxFailedAttempts=2", "--Staff:MaxFailedAttemptsOfAddress=3");
        await app.HireAsync("Ada", StaffRole.Manager, Secret);
        await app.HireAsync("Bob", StaffRole.Waiter, Secret);
        var device = (await app.SignInAsync("Ada", Secret))["accessToken"]!.Text("deviceToken");
        using var stranger = app.As(null);
        await GuessAsync(stranger, "Ada", times: 10);
        await GuessAsync(stranger, "Bob", times: 10);
        Assert.Equal(["SIGN_IN_LOCKED"], (await app.SignInAsync("Ada", Secret)).Codes());
        Assert.Equal(["SIGN_IN_LOCKED"], (await app.SignInAsync("Bob", Secret, device)).Codes());
        Assert.Equal(["SIGN_IN_LOCKED"], (await app.SignInAsync("Ada", Secret, $"{device}x")).Codes());
        var again = (await app.SignInAsync("Ada", Secret, device))["accessToken"]!.Text("deviceToken");

        // It has attempts of its own, which the next token of the same device does not renew.
        Assert.Equal(["WRONG_NAME_OR_SECRET"], (await app.SignInAsync("Ada", "nonsense", device)).Codes());
        Assert.Equal(["WRONG_NAME_OR_SECRET"], (await app.SignInAsync("Ada", "nonsense", again)).Codes());
        Assert.Equal(["SIGN_IN_LOCKED"], (await app.SignInAsync("Ada", Secret, again)).Codes());
    }

    [Fact]
    public async Task A_device_is_known_for_some_time_and_its_token_gives_no_access()
    {
        await using var app = await RestaurantApp.OpenAsync("--Staff:MaxFailedAttempts=1", "--Staff:DeviceLifetime=01:00:00", "--Staff:Lockout=1.00:00:00");
        await app.HireAsync("Ada", StaffRole.Manager, Secret);
        var device = (await app.SignInAsync("Ada", Secret))["accessToken"]!.Text("deviceToken");
        using var client = app.As(Tokens.Header(device));
        using var response = await client.Http.GetAsync(new Uri($"{app.Endpoint}?query={{__typename}}"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await app.SignInAsync("Ada", "nonsense");
        Assert.Empty((await app.SignInAsync("Ada", Secret, device)).Codes());
        app.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["SIGN_IN_LOCKED"], (await app.SignInAsync("Ada", Secret, device)).Codes());
    }

    [Fact]
    public async Task A_restart_forgets_failures_and_knows_devices()
    {
        await using var app = await RestaurantApp.OpenAsync("--Staff:MaxFailedAttempts=1");
        await app.HireAsync("Ada", StaffRole.Manager, Secret);
        var device = (await app.SignInAsync("Ada", Secret))["accessToken"]!.Text("deviceToken");
        await app.RestartAsync();
        Assert.Equal(["WRONG_NAME_OR_SECRET"], (await app.SignInAsync("Ada", "nonsense")).Codes());
        Assert.Empty((await app.SignInAsync("Ada", Secret, device)).Codes());
    }

    [Fact]
    public async Task Failures_are_audited_once_a_name_and_minute_logged_in_one_line_and_measured()
    {
        var log = new LogLines();
        await using var app = await RestaurantApp.OpenAsync(services => services.AddSingleton<ILoggerProvider>(log), "--Staff:MaxFailedAttempts=3", "--Logging:LogLevel:Default=Warning");
        var outcomes = new List<string?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "staff.sign_in.attempts" && instrument.Meter.Scope == app.Services.GetRequiredService<IMeterFactory>())
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => outcomes.Add(tags[0].Value as string));
        listener.Start();
        await app.HireAsync("Ada", StaffRole.Manager, Secret);
        using var stranger = app.As(null);
        await GuessAsync(stranger, "Ada", times: 5);
        await GuessAsync(stranger, "Nobody", times: 5);
        Assert.Empty(await EntriesAsync(app));
        await app.RunAsync<SignInFailures>();
        await app.RunAsync<SignInFailures>();
        var entry = Assert.Single(await EntriesAsync(app))!;
        Assert.Equal(("anonymous", "127.0.0.1", "3 failed under the name Ada, the last of them from this address"), (entry.Text("name"), entry.Text("address"), entry.Text("detail")));
        Assert.Equal(["failure", "failure", "failure", "throttled", "throttled"], outcomes.Take(5));
        var line = Assert.Single(log.Lines, line => line.Contains("sign-ins", StringComparison.Ordinal));
        Assert.StartsWith("6 sign-ins have failed since the last such line, under the names of 1 members", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", line, StringComparison.Ordinal);
    }

    private static async Task<System.Text.Json.Nodes.JsonArray> EntriesAsync(RestaurantApp app) =>
        (await app.Client.QueryAsync("{ auditEntries { nodes { name address detail } } }"))["auditEntries"]!["nodes"]!.AsArray();

    private static async Task GuessAsync(GraphQLClient client, string name, int times)
    {
        for (var guess = 0; guess < times; guess++)
        {
            await client.SignInAsync(name, $"{guess}");
        }
    }

    /// <summary>The real hasher, which counts what it does.</summary>
    private sealed class CountingHasher : IPasswordHasher<StaffMember>
    {
        private readonly PasswordHasher<StaffMember> _hasher = new();
        private int _verified;

        public int Verified => _verified;

        public List<string> Hashes { get; } = [];

        public int Hashed => Hashes.Count;

        public string HashPassword(StaffMember user, string password)
        {
            Hashes.Add(_hasher.HashPassword(user, password));
            return Hashes[^1];
        }

        public PasswordVerificationResult VerifyHashedPassword(StaffMember user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
