using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Inventory;

/// <summary>Who sees what of the store room: the staff.</summary>
internal sealed class InventoryVisibility : IVisibility
{
    /// <inheritdoc />
    public void Declare(VisibilityRules rules)
    {
        rules.Of<Ingredient>().To(Roles.Staff);
        rules.Of<StockMovement>().To(Roles.Kitchen);
        rules.Of<RecipeItem>().To(Roles.Staff);
        rules.Of<ModifierRecipeItem>().To(Roles.Staff);
        rules.Of<StockChanged>().To(Roles.Kitchen);
    }
}
