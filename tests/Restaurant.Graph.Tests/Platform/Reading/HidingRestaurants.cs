using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>
/// Two servers over one file, with and without plans, that hide a dish, a category, the orders with some note, the lines of thirteen and
/// that an order was accepted.
/// </summary>
public sealed class HidingRestaurants : IAsyncLifetime
{
    /// <summary>The note of orders that nobody may see.</summary>
    public const string Secret = "secret";

    /// <summary>The key of the dish that nobody may see.</summary>
    public const long Dish = 2;

    /// <summary>A dish of the category that nobody may see.</summary>
    public const long DishOfHiddenCategory = 27;

    /// <summary>How many of a dish make a line that nobody may see.</summary>
    public const int Quantity = 13;

    private const long CategoryKey = 3;

    private TestStore? _store;

    /// <summary>The id of an order with a line that may be seen and one that may not.</summary>
    public string OrderWithHiddenLine { get; private set; } = "";

    /// <summary>The id of the order that may not be seen.</summary>
    public string HiddenOrder { get; private set; } = "";

    /// <summary>The id of an order with a line of the dish that may not be seen, behind one that may.</summary>
    public string OrderOfHiddenDish { get; private set; } = "";

    /// <summary>The one that reads by plans.</summary>
    public RestaurantApp Planned { get => field ?? throw new InvalidOperationException("It is not open."); private set; }

    /// <summary>The one that resolves field by field.</summary>
    public RestaurantApp Resolved { get => field ?? throw new InvalidOperationException("It is not open."); private set; }

    /// <summary>One of the two.</summary>
    public RestaurantApp this[bool plans] => plans ? Planned : Resolved;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        _store = await TestStore.NewAsync();
        Planned = await RestaurantApp.OverAsync(_store, Hide, RestaurantApp.AlwaysOpen);
        Resolved = await RestaurantApp.OverAsync(_store, Hide, RestaurantApp.AlwaysOpen, "--Reading:Plans=false");
        OrderWithHiddenLine = await PlaceAsync(null, (Steps.Pizza, 1), (Steps.Fries, Quantity));
        await Planned.DoAsync("acceptOrder", OrderWithHiddenLine);
        await PlaceAsync(Secret, (Steps.Pizza, 1));
        HiddenOrder = Ids.Of("Order", 2);
        OrderOfHiddenDish = await PlaceAsync("ordinary", (Steps.Pizza, 1), (Dish, 1));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Planned.DisposeAsync();
        await Resolved.DisposeAsync();
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Places an order; its id, or none if it may not be seen.</summary>
    public async Task<string> PlaceAsync(string? note, params (long Dish, int Quantity)[] lines)
    {
        var payload = await Planned.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            note,
            lines = lines.Select(line => new { dishId = Ids.Dish(line.Dish), quantity = line.Quantity }),
        });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]?["id"]?.GetValue<string>() ?? "";
    }

    private static void Hide(IServiceCollection services) => services.AddSingleton<IVisibility, Hiding>();

    private sealed class Hiding : IVisibility
    {
        public void Declare(VisibilityRules rules)
        {
            rules.Of<Dish>().Only(dish => dish.Id != Dish);
            rules.Of<Category>().Only(category => category.Id != CategoryKey);
            rules.Of<Order>().Only(order => order.Note != Secret);
            rules.Of<OrderLine>().Only(line => line.Quantity != Quantity);
            rules.Of<OrderChanged>().Only(happened => happened.Status != OrderStatus.Accepted).Only(happened => happened.Order.Note != Secret);
        }
    }
}
