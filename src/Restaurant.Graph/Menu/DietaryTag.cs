namespace Restaurant.Graph.Menu;

/// <summary>What a guest may want to know about a dish before choosing it.</summary>
public enum DietaryTag
{
    /// <summary>Without meat and fish.</summary>
    Vegetarian,

    /// <summary>Without anything of animals.</summary>
    Vegan,

    /// <summary>Made without gluten.</summary>
    GlutenFree,

    /// <summary>Made without milk.</summary>
    DairyFree,

    /// <summary>Halal.</summary>
    Halal,

    /// <summary>Hot.</summary>
    Spicy,

    /// <summary>Contains alcohol.</summary>
    Alcohol,
}
