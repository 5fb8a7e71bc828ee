using NetArchTest.Rules;

namespace Restaurant.Graph.Tests;

/// <summary>Arrows run one way: which part may not know which.</summary>
public sealed class LayeringTests
{
    private static readonly string[] Features = ["Menu", "Staff", "Inventory", "Dining", "Orders", "Kitchen", "Payments", "Reports"];

    [Theory]
    [InlineData("Platform")]
    [InlineData("Menu")]
    [InlineData("Staff")]
    [InlineData("Dining", "Staff", "Menu")]
    [InlineData("Inventory", "Menu")]
    [InlineData("Orders", "Menu", "Dining", "Inventory")]
    [InlineData("Kitchen", "Orders", "Menu")]
    [InlineData("Payments", "Orders", "Menu", "Dining")]
    [InlineData("Rush")]
    public void A_part_knows_only_what_it_may(string part, params string[] known)
    {
        string[] unknown = [.. Features.Except(known).Where(feature => feature != part).Select(Namespace)];
        var result = Types.InAssembly(typeof(RestaurantServices).Assembly)
            .That().ResideInNamespace(Namespace(part))
            .ShouldNot().HaveDependencyOnAny(unknown)
            .GetResult();
        Assert.True(result.IsSuccessful, $"{part} knows too much: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void The_platform_does_not_know_the_store()
    {
        var result = Types.InAssembly(typeof(RestaurantServices).Assembly)
            .That().ResideInNamespace(Namespace("Platform"))
            .ShouldNot().HaveDependencyOnAny(Namespace("Data"), Namespace("Commands"))
            .GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Entities_do_not_know_the_store()
    {
        var result = Types.InAssembly(typeof(RestaurantServices).Assembly)
            .That().ImplementInterface(typeof(Restaurant.Graph.Platform.Reading.IRow))
            .ShouldNot().HaveDependencyOn(Namespace("Data"))
            .GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void No_file_of_the_platform_has_a_restaurant_word()
    {
        string[] words = ["dish", "kitchen", "waiter", "guest", "cook", "ticket", "menu", "ingredient"];
        var files = Directory.EnumerateFiles(Support.Repository.PathOf("src", "Restaurant.Graph", "Platform"), "*.cs", SearchOption.AllDirectories);
        Assert.Empty(
            from file in files
            from word in File.ReadAllText(file).Split([' ', '.', '`', '(', ')', '<', '>', ',', ';', '\n', '\r', '"'])
            where words.Contains(word.ToLowerInvariant().TrimEnd('s'))
            select $"{Path.GetFileName(file)}: {word}");
    }

    private static string Namespace(string part) => $"Restaurant.Graph.{part}";
}
