using Restaurant.Graph.Inventory;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Tests.Inventory;

/// <summary>What a plate takes, and what is in it.</summary>
public sealed class RecipeBookTests
{
    private const long Toast = 1;
    private const long Bread = 10;
    private const long Cheese = 11;
    private const long ExtraCheese = 100;
    private const long NoCheese = 101;

    private static readonly RecipeBook Book = new(
        new[] { new Portion(Bread, 2), new Portion(Cheese, 25) }.ToLookup(_ => Toast),
        new[] { (ExtraCheese, new Portion(Cheese, 30)), (NoCheese, new Portion(Cheese, -40)) }.ToLookup(item => item.Item1, item => item.Item2),
        new Dictionary<long, IReadOnlyList<Allergen>> { [Bread] = [Allergen.Gluten], [Cheese] = [Allergen.Milk] });

    [Theory]
    [InlineData(100, new long[0], 2, 25)]
    [InlineData(100, new[] { ExtraCheese }, 2, 55)]
    [InlineData(100, new[] { ExtraCheese, NoCheese }, 2, 15)]
    [InlineData(150, new long[0], 3, 38)]
    [InlineData(70, new long[0], 2, 18)]
    [InlineData(1, new long[0], 1, 1)]
    [InlineData(150, new[] { ExtraCheese }, 3, 83)]
    public void A_plate_takes_what_the_recipes_say_rounded_up(int percent, long[] modifiers, int bread, int cheese) =>
        Assert.Equal([new Portion(Bread, bread), new Portion(Cheese, cheese)], Book.PlateOf(Toast, modifiers, percent));

    [Theory]
    [InlineData(100)]
    [InlineData(250)]
    public void What_is_taken_away_is_not_there_in_any_size(int percent)
    {
        var plate = Book.PlateOf(Toast, [NoCheese], percent);
        Assert.Equal(Bread, Assert.Single(plate).IngredientId);
        Assert.Equal([Allergen.Gluten], Book.AllergensIn(plate));
    }
}
