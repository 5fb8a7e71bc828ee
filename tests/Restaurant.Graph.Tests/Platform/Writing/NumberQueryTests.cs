using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Writing;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Writing;

public sealed class NumberQueryTests
{
    [Fact]
    public async Task A_number_is_read_without_the_rows_behind_it()
    {
        await using var app = await RestaurantApp.OpenAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        var first = new NumberQuery<RestaurantDb>(static db => db.Dishes.OrderByDescending(dish => dish.Id).Select(dish => dish.Id));
        Assert.EndsWith("LIMIT 1", first.TextOf(db), StringComparison.Ordinal);
        Assert.Equal(236, await first.FirstAsync(db));
    }
}
