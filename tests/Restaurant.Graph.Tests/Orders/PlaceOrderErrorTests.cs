using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Every fault of an order has a type, a code, a message, a path, and stores nothing.</summary>
public sealed class PlaceOrderErrorTests(PlaceOrderErrorTests.SoldOut app) : IClassFixture<PlaceOrderErrorTests.SoldOut>
{
    private const long SoldOutDish = 17;
    private const long Steak = 56;

    private const string PlaceOrder = """
        mutation($input: PlaceOrderInput!) {
          placeOrder(input: $input) {
            order { id }
            errors {
              __typename
              ... on Error { code message path }
              ... on TooManyLinesError { maxLines }
              ... on NoteTooLongError { maxLength }
              ... on DishUnavailableError { dishName }
              ... on InvalidQuantityError { min max }
              ... on ModifierSelectionError { groupName minSelections maxSelections selected }
            }
          }
        }
        """;

    public static TheoryData<string> Faults => [.. Orders.Keys];

    private static Dictionary<string, object> Orders => new(StringComparer.Ordinal)
    {
        ["EmptyOrder"] = new { lines = Array.Empty<object>() },
        ["TooManyLines"] = new { lines = Enumerable.Repeat(Line(Steps.Pizza), 101) },
        ["NoteTooLong"] = new { note = new string('x', 501), lines = new[] { Line(Steps.Pizza) } },
        ["NoteOfALineTooLong"] = new { lines = new[] { Line(Steps.Pizza), Line(Steps.Fries, note: new string('é', 501)) } },
        ["TableNotFound"] = new { tableId = Ids.Of("Table", 999), lines = new[] { Line(Steps.Pizza) } },
        ["DishNotFound"] = new { lines = new[] { Line(Steps.Pizza), Line(9_999) } },
        ["DishUnavailable"] = new { lines = new[] { Line(SoldOutDish) } },
        ["NoneOfADish"] = new { lines = new[] { Line(Steps.Pizza, quantity: 0) } },
        ["LessThanNoneOfADish"] = new { lines = new[] { Line(Steps.Pizza, quantity: int.MinValue) } },
        ["TooManyOfADish"] = new { lines = new[] { Line(Steps.Pizza, quantity: 100) } },
        ["ModifierOfAnotherDish"] = new { lines = new[] { Line(Steps.Pizza, modifiers: [1, 16]) } },
        ["ModifierThatIsNotThere"] = new { lines = new[] { Line(Steps.Pizza, modifiers: [9_999]) } },
        ["DuplicateModifier"] = new { lines = new[] { Line(Steps.Pizza, modifiers: [1, 2, 1]) } },
        ["TooFewModifiers"] = new { lines = new[] { Line(Steak) } },
        ["TooManyModifiers"] = new { lines = new[] { Line(Steps.Pizza, modifiers: [1, 2, 3, 4]) } },
        ["AllAtOnce"] = new
        {
            note = new string('x', 600),
            tableId = Ids.Of("Table", 999),
            lines = new[]
            {
                Line(9_999, quantity: 0, note: new string('x', 501)),
                Line(SoldOutDish, quantity: 100),
                Line(Steps.Pizza),
                Line(Steak, modifiers: [16, 17, 16, 1, 27, 28, 29]),
            },
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_a_typed_error_and_nothing_is_stored(string fault)
    {
        var answer = await app.Client.SnapshotAsync(PlaceOrder, Input(Orders[fault]));
        Assert.Equal(0, (await app.Client.QueryAsync("{ orders { totalCount } }"))["orders"]!["totalCount"]!.GetValue<int>());
        Snapshot.Match(answer, SnapshotNameExtension.Create(fault));
    }

    [Fact]
    public async Task A_closed_restaurant_takes_no_orders_and_says_what_else_is_wrong()
    {
        var closed = await RestaurantApp.OpenAsync();

        // Four in the morning in New York, when even the bar is closed.
        closed.Time.Advance(TimeSpan.FromHours(9));
        Snapshot.Match(await closed.Client.SnapshotAsync(PlaceOrder, Input(Orders["EmptyOrder"])));
        closed.Time.Advance(TimeSpan.FromHours(5));
        Assert.Equal(["EMPTY_ORDER"], (await closed.PlaceAsync(Request(Orders["EmptyOrder"])))["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>()));
        await closed.DisposeAsync();
    }

    private static object Input(object order) => new { input = Request(order) };

    private static Dictionary<string, object?> Request(object order) => order.GetType().GetProperties()
        .Select(property => (property.Name, Value: property.GetValue(order)))
        .Concat([("idempotencyKey", Guid.NewGuid()), ("type", "TAKEAWAY")])
        .ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);

    private static object Line(long dish, int quantity = 1, long[]? modifiers = null, string? note = null) =>
        new { dishId = Ids.Dish(dish), quantity, modifierIds = modifiers?.Select(Ids.Modifier), note };

    /// <summary>A restaurant where one dish is sold out.</summary>
    public sealed class SoldOut : RestaurantApp
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.DoAsync("markDishUnavailable", Ids.Dish(SoldOutDish));
        }
    }
}
