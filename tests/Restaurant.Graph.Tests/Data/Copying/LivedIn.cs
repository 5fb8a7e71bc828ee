using Restaurant.Graph.Tests.Platform.Reading.Oracle;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Copying;

/// <summary>A restaurant in a file that has had a day with much to do, and is closed.</summary>
public sealed class LivedIn : IAsyncLifetime
{
    private TestFile? _file;

    /// <summary>When it was closed.</summary>
    public DateTimeOffset ClosedAt { get; private set; }

    /// <summary>Where it is.</summary>
    internal TestFile File => _file ?? throw new InvalidOperationException("The restaurant has not been opened yet.");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        _file = new TestFile(await Database.CopyAsync());
        await using var app = await RestaurantApp.OverAsync(_file, null, RestaurantApp.AlwaysOpen);
        await BusyDay.LiveAsync(app);
        await app.HireAsync("Grace", Restaurant.Graph.Staff.StaffRole.Manager, "secret");
        ClosedAt = app.Time.GetUtcNow();
    }

    /// <inheritdoc />
    public async Task DisposeAsync() => await File.DisposeAsync();

    /// <summary>Opens a restaurant that it was copied to, or itself.</summary>
    internal async Task<RestaurantApp> OpenAsync(TestStore store)
    {
        var app = await RestaurantApp.OverAsync(store, null, RestaurantApp.AlwaysOpen);
        app.Time.SetUtcNow(ClosedAt);
        return app;
    }

    /// <summary>Orders a dish that there still is; the id of the order.</summary>
    internal static async Task<string> OrderAsync(RestaurantApp app) => await app.PlaceAsync(
        (await DishView.AllAsync(app.Client)).First(static dish => dish.IsAvailable && dish.ModifierGroups.All(static group => group.MinSelections == 0)).Key);

    /// <summary>The number of the newest order.</summary>
    internal static async Task<int> NewestAsync(RestaurantApp app) =>
        (await app.Client.QueryAsync("{ orders(first: 1, order: [{ number: DESC }]) { nodes { number } } }"))["orders"]!["nodes"]![0]!["number"]!.GetValue<int>();
}
