using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Menu;

/// <summary>Who sees what of the menu: everybody, everything.</summary>
internal sealed class MenuVisibility : IVisibility
{
    /// <inheritdoc />
    public void Declare(VisibilityRules rules)
    {
        rules.Of<DaypartMenu>().ToEverybody();
        rules.Of<ServingWindow>().ToEverybody();
        rules.Of<Category>().ToEverybody();
        rules.Of<PriceRule>().ToEverybody();
        rules.Of<PriceWindow>().ToEverybody();
        rules.Of<Dish>().ToEverybody();
        rules.Of<Translation>().ToEverybody();
        rules.Of<DishSize>().ToEverybody();
        rules.Of<ModifierGroup>().ToEverybody();
        rules.Of<Modifier>().ToEverybody();
        rules.Of<Station>().ToEverybody();
        rules.Of<TaxGroup>().ToEverybody();
        rules.Of<MenuChanged>().ToEverybody();
    }
}
