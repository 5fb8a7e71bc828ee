using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>A restaurant in a process of its own, whose cooks are quick and whose dishes are made of something.</summary>
internal sealed class FaultyRestaurant : IAsyncDisposable
{
    private FaultyRestaurant(TestStore store, string[] settings) =>
        (Store, Server, Log) = (store, new ServerProcess(store, settings), new LogBook(store));

    /// <summary>Where everything is stored.</summary>
    public TestStore Store { get; }

    /// <summary>The process.</summary>
    public ServerProcess Server { get; }

    /// <summary>What stands in the store.</summary>
    public LogBook Log { get; }

    /// <summary>The dishes that take something from the store room.</summary>
    public IReadOnlyList<string> Dishes { get; private set; } = [];

    /// <summary>Opens one, with enough of everything.</summary>
    public static async Task<FaultyRestaurant> OpenAsync(params string[] settings)
    {
        await using var room = await Inventory.StoreRoom.OpenAsync();
        await room.DeliverAsync(leek: 10_000_000, eggs: 1_000_000);
        string[] dishes = [await room.DishIdAsync(Inventory.StoreRoom.Soup), await room.DishIdAsync(Inventory.StoreRoom.Bread)];
        var restaurant = new FaultyRestaurant(await room.CloseAsync(), settings) { Dishes = dishes };
        await restaurant.Server.StartAsync();
        return restaurant;
    }

    /// <summary>Asks the server something.</summary>
    public async Task<JsonNode> AskAsync(string query, object? variables = null)
    {
        using var http = new HttpClient().As(Tokens.Manager);
        using var response = await http.PostAsJsonAsync(Server.Endpoint, new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonNode>() ?? throw new InvalidOperationException("The answer is empty.");
    }

    /// <summary>Places an order of one dish; the whole answer.</summary>
    public Task<JsonNode> PlaceAsync() => AskAsync(Documents.PlaceOrder, new
    {
        input = new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", lines = new[] { new { dishId = Dishes[0], quantity = 1 } } },
    });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Store.DisposeAsync();
    }
}
