using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>The menu that the first start brings can be taken at its word.</summary>
public sealed class SeedTests
{
    private static readonly JsonNode Seed = MenuFiles.Seed();

    private static readonly JsonNode[] Dishes = [.. Seed["categories"]!.AsArray().SelectMany(category => category!["dishes"]!.AsArray())!];

    private static readonly Dictionary<string, string[]> InIngredients =
        Seed["ingredients"]!.AsArray().ToDictionary(item => item!.Text("key"), item => Texts(item!, "allergens"), StringComparer.Ordinal);

    [Fact]
    public void A_dish_declares_the_allergens_of_what_it_is_made_of() => Assert.Empty(
        Dishes.SelectMany(dish => RecipeOf(dish).SelectMany(item => InIngredients[item]).Except(Texts(dish, "allergens"), StringComparer.Ordinal), (dish, allergen) => $"{dish.Text("key")}: {allergen}"));

    [Theory]
    [InlineData("GLUTEN_FREE", "GLUTEN")]
    [InlineData("DAIRY_FREE", "MILK")]
    [InlineData("VEGAN", "MILK")]
    [InlineData("VEGAN", "EGGS")]
    [InlineData("VEGETARIAN", "FISH")]
    public void A_dish_has_nothing_in_it_that_its_tags_deny(string tag, string allergen) => Assert.DoesNotContain(
        Dishes, dish => Texts(dish, "dietaryTags").Contains(tag, StringComparer.Ordinal) && RecipeOf(dish).Any(item => InIngredients[item].Contains(allergen, StringComparer.Ordinal)));

    [Fact]
    public void There_are_recipes_sizes_and_images_to_be_tried()
    {
        Assert.True(Dishes.Count(dish => RecipeOf(dish).Length > 0) >= 60);
        Assert.True(Dishes.Count(dish => dish["sizes"] is not null) >= 8);
        Assert.True(Dishes.Count(dish => dish["imageUrl"] is not null) >= 60);
    }

    private static string[] RecipeOf(JsonNode dish) => [.. (dish["recipe"]?.AsArray() ?? []).Select(item => item!.Text("ingredient"))];

    private static string[] Texts(JsonNode of, string name) => [.. (of[name]?.AsArray() ?? []).Select(text => text!.GetValue<string>())];
}
