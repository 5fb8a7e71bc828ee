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
        await using var app = await RestaurantApp.OpenAsync([RestaurantApp.AlwaysOpen, .. _file.Settings]);
        await BusyDay.LiveAsync(app);
        await app.HireAsync("Ada", Restaurant.Graph.Staff.StaffRole.Manager, "secret");
        ClosedAt = app.Time.GetUtcNow();
    }

    /// <inheritdoc />
    public async Task DisposeAsync() => await File.DisposeAsync();

    /// <summary>Opens a restaurant that it was copied to, or itself.</summary>
    internal async Task<RestaurantApp> OpenAsync(TestStore store)
    {
        var app = await RestaurantApp.OpenAsync([RestaurantApp.AlwaysOpen, .. store.Settings]);
        app.Time.SetUtcNow(ClosedAt);
        return app;
    }
}
