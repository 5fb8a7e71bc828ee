using System.Text.Json;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Tests.Support;

/// <summary>A dish as a client reads it.</summary>
public sealed record DishView(
    string Id,
    string Name,
    string Description,
    MoneyView Price,
    IReadOnlyList<SizeView> Sizes,
    bool IsAvailable,
    IReadOnlyList<string> Allergens,
    IReadOnlyList<string> DietaryTags,
    int PreparationMinutes,
    CategoryView Category,
    StationView Station,
    IReadOnlyList<ModifierGroupView> ModifierGroups)
{
    private const string Query = """
        {
          menus {
            name
            windows { day opens closes }
            categories {
              id name description
              dishes {
                id name description isAvailable allergens dietaryTags preparationMinutes
                price { minorUnits }
                sizes { id name price { minorUnits } recipePercent }
                station { id name capacity }
                modifierGroups { id name minSelections maxSelections modifiers { id name priceDelta { minorUnits } } }
              }
            }
          }
        }
        """;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The number in the id, which rises in the order of creation.</summary>
    public long Key => GlobalId.TryParse(Id, out var id) ? id.Key : throw new InvalidOperationException($"'{Id}' is no id.");

    /// <summary>Every dish, read without paging, filtering or sorting: from menu to category to dish.</summary>
    public static async Task<IReadOnlyList<DishView>> AllAsync(GraphQLClient client)
    {
        var menus = (await client.QueryAsync(Query))["menus"].Deserialize<List<MenuNode>>(Web)!;
        return
        [
            .. menus.SelectMany(menu => menu.Categories)
                .DistinctBy(category => category.Id)
                .SelectMany(category => category.Dishes, (category, dish) => dish with
                {
                    Category = new CategoryView(category.Id, category.Name, category.Description, MenusOf(category)),
                })
                .OrderBy(dish => dish.Key),
        ];

        IReadOnlyList<MenuView> MenusOf(CategoryNode category) =>
            [.. menus.Where(menu => menu.Categories.Any(part => part.Id == category.Id)).Select(menu => new MenuView(menu.Name, menu.Windows))];
    }

    private sealed record MenuNode(string Name, IReadOnlyList<WindowView> Windows, IReadOnlyList<CategoryNode> Categories);

    private sealed record CategoryNode(string Id, string Name, string Description, IReadOnlyList<DishView> Dishes);
}

/// <summary>An amount as a client reads it.</summary>
public sealed record MoneyView(long MinorUnits);

/// <summary>A size as a client reads it.</summary>
public sealed record SizeView(string Id, string Name, MoneyView Price, int RecipePercent);

/// <summary>A category as a client reads it.</summary>
public sealed record CategoryView(string Id, string Name, string Description, IReadOnlyList<MenuView> Menus);

/// <summary>A menu as a client reads it.</summary>
public sealed record MenuView(string Name, IReadOnlyList<WindowView> Windows);

/// <summary>A serving window as a client reads it.</summary>
public sealed record WindowView(string Day, string Opens, string Closes);

/// <summary>A station as a client reads it.</summary>
public sealed record StationView(string Id, string Name, int Capacity);

/// <summary>A modifier group as a client reads it.</summary>
public sealed record ModifierGroupView(string Id, string Name, int MinSelections, int MaxSelections, IReadOnlyList<ModifierView> Modifiers);

/// <summary>A modifier as a client reads it.</summary>
public sealed record ModifierView(string Id, string Name, MoneyView PriceDelta);
