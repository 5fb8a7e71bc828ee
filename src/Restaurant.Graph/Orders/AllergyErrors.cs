using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>There is something in the dish that its guests are allergic to, and nobody has said that they want it all the same.</summary>
public sealed record AllergenConflictError : MutationError
{
    /// <summary>The name of the dish.</summary>
    public required string DishName { get; init; }

    /// <summary>What is in it that was declared and not acknowledged.</summary>
    public required IReadOnlyList<Allergen> Allergens { get; init; }

    internal static AllergenConflictError Of(OrderLine line, int index, IReadOnlyList<Allergen> allergens) => new()
    {
        Message = $"{line.DishName} has in it what was declared as an allergy: {NamesOf(allergens)}.",
        Path = InputPath.Of("lines", index),
        DishName = line.DishName,
        Allergens = allergens,
    };

    /// <summary>Allergens as the schema calls them, with commas between them.</summary>
    internal static string NamesOf(IEnumerable<Allergen> allergens) => string.Join(", ", allergens.Select(allergen => GraphNames.Constant(allergen.ToString())));
}
