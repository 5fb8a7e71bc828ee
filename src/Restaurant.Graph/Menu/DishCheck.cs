using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Menu;

/// <summary>Checks what a manager says of a dish, and finds what it refers to.</summary>
internal sealed class DishCheck(RestaurantDb db, MenuFaults faults)
{
    /// <summary>What is wrong with it.</summary>
    public List<MutationError> Faults => faults.All;

    /// <summary>Where it is made and how it is taxed, for a new dish; null where they are not there.</summary>
    public (Station? Station, TaxGroup? TaxGroup) Parts { get; private set; }

    /// <summary>What becomes of a new dish.</summary>
    public async Task<DishEdit> NewAsync(CreateDishInput input)
    {
        var isTaken = await db.Dishes.AnyAsync(dish => dish.Key == input.Key);
        faults.Key(input.Key, isTaken, nameof(input.Key));
        return await EditAsync(input, new EditDishInput
        {
            DishId = default,
            ExpectedVersion = 0,
            Name = input.Name,
            PreparationMinutes = input.PreparationMinutes,
            CategoryId = input.CategoryId,
            StationId = input.StationId,
            TaxGroupId = input.TaxGroupId,
        }, hasPrice: false, sizes: []);
    }

    /// <summary>What becomes of a dish on the menu.</summary>
    public Task<DishEdit> EditAsync(EditDishInput input, Dish dish) => EditAsync(input, input, hasPrice: true, dish.Sizes);

    private async Task<DishEdit> EditAsync(DishInput input, EditDishInput edit, bool hasPrice, IReadOnlyList<DishSize> sizes)
    {
        faults.Text(edit.Name, MenuBounds.Name, nameof(edit.Name));
        faults.Text(input.Description, MenuBounds.Description, nameof(input.Description));
        faults.ImageUrl(input.ImageUrl, nameof(input.ImageUrl));
        faults.Number(edit.PreparationMinutes, MenuBounds.PreparationMinutes, nameof(edit.PreparationMinutes));
        var hasSizes = (input.Sizes?.Count ?? sizes.Count) > 0;
        if (hasSizes ? input.Price is not null : input.Price is null && !hasPrice)
        {
            Faults.Add(PriceOrSizesError.Of(hasSizes));
        }

        return new DishEdit
        {
            Name = edit.Name,
            Description = input.Description,
            Price = faults.Price(input.Price, min: 0, nameof(input.Price)),
            Sizes = input.Sizes is null ? null : [.. input.Sizes.Select((size, index) => Size(input.Sizes, size, index, sizes.SingleOrDefault(known => string.Equals(known.Key, size.Key, StringComparison.Ordinal))))],
            Allergens = input.Allergens is null ? null : [.. input.Allergens.Distinct()],
            DietaryTags = input.DietaryTags is null ? null : [.. input.DietaryTags.Distinct()],
            ImageUrl = input.ImageUrl,
            RemoveImage = edit.RemoveImage ?? false,
            PreparationMinutes = edit.PreparationMinutes,
            CategoryId = edit.CategoryId is { } category ? faults.Found(await db.Categories.FindAsync(category.Key), "category", nameof(edit.CategoryId))?.Id : null,
            StationId = edit.StationId is { } station ? (await StationAsync(station.Key))?.Id : null,
            TaxGroupId = edit.TaxGroupId is { } taxGroup ? (await TaxGroupAsync(taxGroup.Key))?.Id : null,
            ModifierGroups = await faults.AllFoundAsync(input.ModifierGroupIds?.Select(static id => id.Key), db.ModifierGroups, "modifier group", nameof(input.ModifierGroupIds)),
            Translations = faults.Translations(input.Translations),
        };
    }

    private SizeEntry Size(IReadOnlyList<DishSizeInput> all, DishSizeInput size, int index, DishSize? known)
    {
        var isTaken = all.Take(index).Any(other => string.Equals(other.Key, size.Key, StringComparison.Ordinal));
        faults.Key(size.Key, isTaken, "sizes", index, nameof(size.Key));
        faults.Text(size.Name, MenuBounds.Name, "sizes", index, nameof(size.Name));
        faults.Number(size.RecipePercent, MenuBounds.RecipePercent, "sizes", index, nameof(size.RecipePercent));
        var price = faults.Price(size.Price, min: 0, "sizes", index, nameof(size.Price));
        return new SizeEntry(size.Key, size.Name, price ?? Money.Zero, size.RecipePercent ?? known?.RecipePercent ?? MenuBounds.WholeRecipe, faults.Translations(size.Translations, "sizes", index));
    }

    private async Task<Station?> StationAsync(long key)
    {
        var station = await db.Stations.FindAsync(key) is { IsRetired: false } found ? found : null;
        Parts = Parts with { Station = station };
        return faults.Found(station, "station", nameof(EditDishInput.StationId));
    }

    private async Task<TaxGroup?> TaxGroupAsync(long key)
    {
        var taxGroup = await db.TaxGroups.FindAsync(key) is { IsRetired: false } found ? found : null;
        Parts = Parts with { TaxGroup = taxGroup };
        return faults.Found(taxGroup, "tax group", nameof(EditDishInput.TaxGroupId));
    }
}
