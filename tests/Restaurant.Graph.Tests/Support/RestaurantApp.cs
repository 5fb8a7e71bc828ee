using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Restaurant.Graph.Commands;

namespace Restaurant.Graph.Tests.Support;

/// <summary>
/// The real server on a port and a store of its own, as in production but open at any hour. Its clock stands still at a Saturday
/// evening until a test moves it.
/// </summary>
public class RestaurantApp : IAsyncLifetime
{
    /// <summary>The setting without which orders are taken during the hours of the menus only.</summary>
    public const string AlwaysOpen = "--Restaurant:AlwaysOpen=true";

    /// <summary>The setting with which an empty database is opened with the demo menu, which is off in production.</summary>
    public const string DemoMenu = "--Restaurant:DemoMenu=true";

    private static readonly string[] Usual =
    [
        DemoMenu, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", Tokens.Setting, "--Limits:Introspection=true", "--Limits:MaxCost=100000000",
        "--Limits:CostPerMinute=0", "--Limits:AnonymousCostPerMinute=0", "--Limits:AddressCostPerMinute=0", "--Orders:AnswerWithin=30.00:00:00",
        "--Dining:VisitsPerAddress=0", "--Dining:NewReservationsPerAddress=0", "--Dining:ReservationsPerAddress=0",
    ];

    private readonly string[] _settings;
    private readonly Action<IServiceCollection>? _configure;
    private TestStore? _store;
    private bool _isShared;
    private WebApplication? _app;

    /// <summary>A restaurant for a class of tests.</summary>
    public RestaurantApp()
        : this(AlwaysOpen)
    {
    }

    /// <summary>A restaurant with other settings. It is not public since a fixture of xunit has one public constructor.</summary>
    protected RestaurantApp(params string[] settings)
        : this(null, settings)
    {
    }

    private RestaurantApp(Action<IServiceCollection>? configure, string[] settings) => (_configure, _settings) = (configure, settings);

    /// <summary>The clock of the server.</summary>
    public FakeTimeProvider Time { get; protected init; } = new(new DateTimeOffset(2026, 3, 14, 23, 0, 0, TimeSpan.Zero));

    /// <summary>Where everything is stored.</summary>
    internal TestStore Store => _store ?? throw new InvalidOperationException("The restaurant is not open.");

    /// <summary>The server's parts.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>Where the API is.</summary>
    public Uri Endpoint => new(App.Urls.First() + "/graphql");

    /// <summary>A client of the API.</summary>
    public GraphQLClient Client { get; } = new();

    /// <summary>A client who says that they are somebody else, or nobody.</summary>
    public GraphQLClient As(string? authorization)
    {
        var client = new GraphQLClient { Endpoint = Endpoint };
        client.Http.As(authorization);
        return client;
    }

    private WebApplication App => _app ?? throw new InvalidOperationException("The restaurant is not open.");

    /// <summary>A restaurant that is yet to be opened.</summary>
    public static RestaurantApp Of(params string[] settings) => new(null, settings);

    /// <summary>Opens a restaurant for one test.</summary>
    public static Task<RestaurantApp> OpenAsync(params string[] settings) => OpenAsync(static _ => { }, settings);

    /// <summary>Opens a restaurant with other services.</summary>
    public static async Task<RestaurantApp> OpenAsync(Action<IServiceCollection> configure, params string[] settings)
    {
        var app = new RestaurantApp(configure, settings);
        await app.InitializeAsync();
        return app;
    }

    /// <summary>Opens a restaurant over a store that others share, and that stays when it is closed.</summary>
    internal static async Task<RestaurantApp> OverAsync(TestStore store, Action<IServiceCollection>? configure, params string[] settings)
    {
        var app = new RestaurantApp(configure, settings) { _store = store, _isShared = true };
        await app.InitializeAsync();
        return app;
    }

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        _store ??= await TestStore.NewAsync();
        await StartAsync();
    }

    /// <summary>Starts the server again over the same store, after it was stopped.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        if (!_isShared)
        {
            await Store.DisposeAsync();
        }
    }

    private async Task StartAsync()
    {
        string[] settings = [.. Usual, .. _settings];
        _app = Server.Build(
            [.. Store.Settings, .. settings],
            services =>
            {
                services.AddSingleton<TimeProvider>(Time).AddSingleton(Schemas.Of(settings));
                _configure?.Invoke(services);
            });
        try
        {
            await _app.StartAsync();
        }
        catch
        {
            // A server that has not started watches its files as well.
            await _app.DisposeAsync();
            _app = null;
            throw;
        }

        Client.Endpoint = Endpoint;
    }

    /// <summary>Closes it; another may be opened with all that is in it.</summary>
    internal async Task<TestStore> CloseAsync()
    {
        await StopAsync();
        return await Store.CopyAsync();
    }

    private async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
