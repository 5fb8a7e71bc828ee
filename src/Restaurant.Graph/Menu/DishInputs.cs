using GraphQL;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Menu;

/// <summary>What can be said of a dish, and need not.</summary>
public abstract record DishInput
{
    /// <summary>What it is, for the guest, at most 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The price of one before modifiers and tax, from 0 to 100,000 in the currency's own unit; for a dish without sizes.</summary>
    public decimal? Price { get; init; }

    /// <summary>All its sizes in their order, known by their keys; none: it has one only.</summary>
    public IReadOnlyList<DishSizeInput>? Sizes { get; init; }

    /// <summary>All the allergens it contains.</summary>
    public IReadOnlyList<Allergen>? Allergens { get; init; }

    /// <summary>All its dietary tags.</summary>
    public IReadOnlyList<DietaryTag>? DietaryTags { get; init; }

    /// <summary>Where its picture is, at most 500 characters: an address by https, or a path on the site of the front-end.</summary>
    [InputType<UriType>]
    public string? ImageUrl { get; init; }

    /// <summary>All the choices that come with it.</summary>
    public IReadOnlyList<Id<ModifierGroup>>? ModifierGroupIds { get; init; }

    /// <summary>All its texts in other languages, in the place of any that it has.</summary>
    public IReadOnlyList<TranslationInput>? Translations { get; init; }
}

/// <summary>One size of a dish.</summary>
public sealed record DishSizeInput
{
    /// <summary>The key, unique among the sizes of the dish: 1 to 60 of a to z, 0 to 9 and hyphen.</summary>
    public required string Key { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The price of one before modifiers and tax, from 0 to 100,000 in the currency's own unit.</summary>
    public required decimal Price { get; init; }

    /// <summary>How much of the recipe it takes, from 1 to 1,000 percent; left out, a size that is there keeps its own, and a new one takes 100.</summary>
    public int? RecipePercent { get; init; }

    /// <summary>All its names in other languages; left out, a size that is there keeps its own.</summary>
    public IReadOnlyList<NameTranslationInput>? Translations { get; init; }
}

/// <summary>A new dish. It has a price or sizes.</summary>
public sealed record CreateDishInput : DishInput
{
    /// <summary>The key in the menu file, which no dish has or has had: 1 to 60 of a to z, 0 to 9 and hyphen.</summary>
    public required string Key { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>How long it takes to make, from 1 to 240 minutes.</summary>
    public required int PreparationMinutes { get; init; }

    /// <summary>The part of the menu on which it stands, as the last.</summary>
    public required Id<Category> CategoryId { get; init; }

    /// <summary>Where it is made.</summary>
    public required Id<Station> StationId { get; init; }

    /// <summary>At which rate it is taxed.</summary>
    public required Id<TaxGroup> TaxGroupId { get; init; }
}

/// <summary>What becomes of a dish. What is left out stays as it is.</summary>
public sealed record EditDishInput : DishInput
{
    /// <summary>The dish.</summary>
    public required Id<Dish> DishId { get; init; }

    /// <summary>The version of the dish that the person has seen.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Whether its picture is taken away.</summary>
    public bool? RemoveImage { get; init; }

    /// <summary>How long it takes to make, from 1 to 240 minutes.</summary>
    public int? PreparationMinutes { get; init; }

    /// <summary>The part of the menu on which it stands.</summary>
    public Id<Category>? CategoryId { get; init; }

    /// <summary>Where it is made.</summary>
    public Id<Station>? StationId { get; init; }

    /// <summary>At which rate it is taxed.</summary>
    public Id<TaxGroup>? TaxGroupId { get; init; }
}

/// <summary>Which dish to take off the menu for good.</summary>
public sealed record RetireDishInput
{
    /// <summary>The dish.</summary>
    public required Id<Dish> DishId { get; init; }

    /// <summary>The version of the dish that the person has seen.</summary>
    public required int ExpectedVersion { get; init; }
}
