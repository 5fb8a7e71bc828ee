using Restaurant.Graph.Data;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Orders;

/// <summary>Holds what is in the plates of an order against what its guests are allergic to.</summary>
public sealed class AllergyCheck(RestaurantDb db, MenuCards cards, Recipes recipes, AuditTrail audit)
{
    /// <summary>Notes on each line what is in it; answers with the lines that have in them what was declared and not acknowledged.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="inputs">What they were made of, in the same order.</param>
    /// <param name="declared">The allergies.</param>
    public async Task<IReadOnlyList<MutationError>> CheckAsync(
        IReadOnlyList<OrderLine> lines, IReadOnlyList<OrderLineInput> inputs, IReadOnlyList<Allergen> declared)
    {
        var (card, book) = (await cards.CurrentAsync(db), await recipes.CurrentAsync(db));
        var faults = new List<MutationError>();
        foreach (var (index, line) in lines.Index())
        {
            var allergens = AllergensOf(line, card, book);
            List<Allergen> conflicts = [.. allergens.Intersect(declared)];
            line.Declare(allergens, conflicts);
            if (conflicts.Except(inputs[index].AcknowledgedAllergens ?? []).ToList() is { Count: > 0 } open)
            {
                faults.Add(AllergenConflictError.Of(line, index, open));
            }
            else if (conflicts.Count > 0)
            {
                audit.Note($"{line.DishName}: {AllergenConflictError.NamesOf(conflicts)} acknowledged");
            }
        }

        return faults;
    }

    private static List<Allergen> AllergensOf(OrderLine line, MenuCard card, RecipeBook book) =>
    [
        .. card.Dishes[line.DishId].Allergens
            .Concat(line.ModifierIds.SelectMany(id => card.Modifiers[id].Allergens))
            .Concat(book.AllergensIn(book.PlateOf(line.DishId, line.ModifierIds)))
            .Distinct()
            .Order(),
    ];
}
