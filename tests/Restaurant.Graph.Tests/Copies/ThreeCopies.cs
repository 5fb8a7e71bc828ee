using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>Three copies of the server over one store.</summary>
internal sealed class ThreeCopies : IAsyncDisposable
{
    private readonly TestStore _store;

    private ThreeCopies(TestStore store, IReadOnlyList<RestaurantApp> apps) => (_store, Apps) = (store, apps);

    /// <summary>Them.</summary>
    public IReadOnlyList<RestaurantApp> Apps { get; }

    /// <summary>The store.</summary>
    public TestStore Store => _store;

    /// <summary>Opens them over a new store.</summary>
    public static async Task<ThreeCopies> OpenAsync(params string[] settings) => await OpenAsync(await TestStore.NewAsync(), settings);

    /// <summary>Opens them over a store.</summary>
    public static async Task<ThreeCopies> OpenAsync(TestStore store, params string[] settings)
    {
        string[] all = [RestaurantApp.AlwaysOpen, .. settings];
        return new ThreeCopies(store, [await RestaurantApp.OverAsync(store, null, all), await RestaurantApp.OverAsync(store, null, all), await RestaurantApp.OverAsync(store, null, all)]);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var app in Apps)
        {
            await app.DisposeAsync();
        }

        await _store.DisposeAsync();
    }
}
