using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>What is compiled is never deeper than the stack that it is compiled on.</summary>
public sealed class CompilationThreadTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Fact]
    public void A_stack_that_is_too_deep_is_an_error_and_not_an_end()
    {
        var error = Assert.Throws<LimitError>(() => CompilationThread.Run(() => Recurse(1)));
        Assert.Equal("LIMIT_EXCEEDED", error.Code);
    }

    [Fact]
    public void An_error_of_a_compilation_is_that_of_its_caller() =>
        Assert.Throws<NotPlannedException>(() => CompilationThread.Run<int>(static () => throw new NotPlannedException("It is not planned.")));

    [Theory]
    [InlineData(ExpressionDepth.Maximum - 50)]
    public void A_query_of_the_greatest_depth_is_compiled(int keys)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        Assert.Contains("ORDER BY", CompilationThread.Run(() => Compile(db, keys)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_of_greater_depth_is_refused()
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        Assert.Throws<LimitError>(() => CompilationThread.Run(() => Compile(db, ExpressionDepth.Maximum + 1)));
    }

    private static int Recurse(int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return Recurse(depth + 1) + depth;
    }

    private static Statement Compile(DbContext db, int keys)
    {
        var dishes = db.Set<Dish>().OrderBy(static dish => dish.Name);
        for (var key = 0; key < keys; key++)
        {
            dishes = dishes.ThenBy(static dish => dish.Description);
        }

        return Statement.Of(dishes.Select(static dish => new object?[] { dish.Id }), Slots.Open(), columns: 1);
    }
}
