namespace Restaurant.Graph.Menu;

/// <summary>The fourteen allergens that have to be declared in the European Union (Regulation 1169/2011, Annex II).</summary>
public enum Allergen
{
    /// <summary>Cereals containing gluten: wheat, rye, barley, oats, spelt.</summary>
    Gluten,

    /// <summary>Crustaceans: prawns, crab, lobster.</summary>
    Crustaceans,

    /// <summary>Eggs.</summary>
    Eggs,

    /// <summary>Fish.</summary>
    Fish,

    /// <summary>Peanuts.</summary>
    Peanuts,

    /// <summary>Soybeans.</summary>
    Soybeans,

    /// <summary>Milk, lactose included.</summary>
    Milk,

    /// <summary>Nuts: almonds, hazelnuts, walnuts, cashews, pecans, Brazil nuts, pistachios, macadamia.</summary>
    Nuts,

    /// <summary>Celery.</summary>
    Celery,

    /// <summary>Mustard.</summary>
    Mustard,

    /// <summary>Sesame seeds.</summary>
    Sesame,

    /// <summary>Sulphur dioxide and sulphites above 10 mg a kilogram or litre.</summary>
    Sulphites,

    /// <summary>Lupin.</summary>
    Lupin,

    /// <summary>Molluscs: mussels, oysters, squid.</summary>
    Molluscs,
}
