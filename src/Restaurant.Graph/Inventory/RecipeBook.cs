using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Inventory;

/// <summary>What dishes and modifiers are made of: the one place that says what a plate takes and what is in it.</summary>
/// <param name="dishes">What dishes take, by their keys.</param>
/// <param name="modifiers">What modifiers add, or take away, by their keys.</param>
/// <param name="allergens">What is in the ingredients, by their keys.</param>
public sealed class RecipeBook(
    ILookup<long, Portion> dishes, ILookup<long, Portion> modifiers, IReadOnlyDictionary<long, IReadOnlyList<Allergen>> allergens)
{
    private readonly ILookup<long, long> _dishesWith = Inverted(dishes);
    private readonly ILookup<long, long> _modifiersWith = Inverted(modifiers);

    /// <summary>
    /// What one plate takes: the recipe of the dish and those of its modifiers, of each ingredient no less than nothing, times the percent of the
    /// size, rounded up to whole units. An ingredient that the modifiers take away is not in it at all.
    /// </summary>
    /// <param name="dishId">The key of the dish.</param>
    /// <param name="modifierIds">The keys of its modifiers.</param>
    /// <param name="percent">How much a portion of this size is of a regular one.</param>
    public IReadOnlyList<Portion> PlateOf(long dishId, IEnumerable<long> modifierIds, int percent = 100) =>
    [
        .. dishes[dishId].Concat(modifierIds.SelectMany(id => modifiers[id]))
            .GroupBy(portion => portion.IngredientId, portion => (long)portion.Quantity)
            .Select(group => new Portion(group.Key, (int)(((Math.Max(group.Sum(), 0) * percent) + 99) / 100)))
            .Where(portion => portion.Quantity > 0),
    ];

    /// <summary>The allergens in what a plate takes.</summary>
    public IEnumerable<Allergen> AllergensIn(IEnumerable<Portion> plate) => plate.SelectMany(portion => allergens[portion.IngredientId]).Distinct();

    /// <summary>What a modifier adds to a plate.</summary>
    public IReadOnlyList<Portion> AddedBy(long modifierId) => [.. modifiers[modifierId].Where(portion => portion.Quantity > 0)];

    /// <summary>The keys of the dishes that take an ingredient.</summary>
    public IEnumerable<long> DishesWith(long ingredientId) => _dishesWith[ingredientId];

    /// <summary>The keys of the modifiers that add an ingredient.</summary>
    public IEnumerable<long> ModifiersWith(long ingredientId) => _modifiersWith[ingredientId];

    private static ILookup<long, long> Inverted(ILookup<long, Portion> recipes) => recipes
        .SelectMany(recipe => recipe.Where(portion => portion.Quantity > 0), (recipe, portion) => (portion.IngredientId, recipe.Key))
        .ToLookup(pair => pair.IngredientId, pair => pair.Key);
}

/// <summary>What one portion takes of an ingredient.</summary>
/// <param name="IngredientId">The key of the ingredient.</param>
/// <param name="Quantity">How much, in its unit; negative in the recipe of a modifier that takes it away.</param>
public sealed record Portion(long IngredientId, int Quantity);
