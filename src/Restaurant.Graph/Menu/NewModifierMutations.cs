using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Menu;

/// <summary>Adding choices that come with dishes, and taking them away.</summary>
[MutationType]
public static class NewModifierMutations
{
    /// <summary>Adds a choice with all that there is to choose from.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(
        typeof(TextLengthError), typeof(InvalidKeyError), typeof(KeyTakenError), typeof(OutOfBoundsError), typeof(InvalidPriceError),
        typeof(SelectionBoundsError), typeof(InvalidTranslationError), typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<ModifierGroup>> CreateModifierGroup(
        CreateModifierGroupInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        faults.Key(input.Key, await db.ModifierGroups.AnyAsync(known => known.Key == input.Key), nameof(input.Key));
        faults.Text(input.Name, MenuBounds.Name, nameof(input.Name));
        faults.Number(input.MinSelections, MenuBounds.MinSelections, nameof(input.MinSelections));
        faults.Number(input.MaxSelections, MenuBounds.MaxSelections, nameof(input.MaxSelections));
        var modifiers = new List<Modifier>();
        foreach (var (index, one) in input.Modifiers.Index())
        {
            var isTaken = modifiers.Exists(known => string.Equals(known.Key, one.Key, StringComparison.Ordinal));
            modifiers.Add(Modifier.New(one, await CheckAsync(one, isTaken, lowest: null, db, faults, nameof(input.Modifiers), index), index)
                .Translate(faults.Translations(one.Translations, nameof(input.Modifiers), index)));
        }

        var created = ModifierGroup.New(input, modifiers, await db.ModifierGroups.NextPositionAsync()).Translate(faults.Translations(input.Translations));
        faults.Selection(created, nameof(input.Modifiers));
        if (faults.All.Count > 0)
        {
            return faults.All;
        }

        rows.Add(created);
        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return created;
    }

    /// <summary>Adds one to the things to choose from, as the last.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(
        typeof(TextLengthError), typeof(InvalidKeyError), typeof(KeyTakenError), typeof(InvalidPriceError), typeof(SelectionBoundsError), typeof(InvalidTranslationError),
        typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<Modifier>> CreateModifier(CreateModifierInput input, RestaurantDb db, NewRows rows, MenuCards cards, MenuFaults faults, TimeProvider time)
    {
        var group = faults.Found(
            await db.ModifierGroups.Include(found => found.Modifiers).SingleOrDefaultAsync(found => found.Id == input.ModifierGroupId.Key),
            "modifier group",
            nameof(input.ModifierGroupId));
        var isTaken = group?.Modifiers.Any(known => string.Equals(known.Key, input.Key, StringComparison.Ordinal)) is true;
        var lowest = group is null ? null : (await cards.CurrentAsync(db)).LowestPriceWith(group);
        var (delta, translations) = (await CheckAsync(input, isTaken, lowest, db, faults), faults.Translations(input.Translations));
        var created = group?.Add(input, delta).Translate(translations);
        faults.Selection(group, nameof(input.IsDefault));
        if (created is null || faults.All.Count > 0)
        {
            return faults.All;
        }

        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return created;
    }

    /// <summary>Takes one of the things to choose from away for good, as long as as many are left as have to be chosen; orders that have it keep it.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(SelectionBoundsError), typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<ModifierGroup>> RetireModifier(RetireModifierInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        var group = faults.Found(
            await db.ModifierGroups.Include(found => found.Modifiers).SingleOrDefaultAsync(found => found.Modifiers.Any(one => one.Id == input.ModifierId.Key)),
            "modifier",
            nameof(input.ModifierId));
        group?.Remove(group.Modifiers.Single(one => one.Id == input.ModifierId.Key));
        faults.Selection(group, nameof(input.ModifierId));
        if (group is null || faults.All.Count > 0)
        {
            return faults.All.ConvertAll(static fault => fault with { Path = InputPath.Of(nameof(input.ModifierId)) });
        }

        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return group;
    }

    private static async Task<Money> CheckAsync(ModifierInput input, bool isTaken, Money? lowest, RestaurantDb db, MenuFaults faults, params object[] path)
    {
        faults.Key(input.Key, isTaken, [.. path, nameof(input.Key)]);
        faults.Text(input.Name, MenuBounds.Name, [.. path, nameof(input.Name)]);
        if (input.StationId is { } station)
        {
            faults.Found(await db.Stations.SingleOrDefaultAsync(known => known.Id == station.Key && !known.IsRetired), "station", [.. path, nameof(input.StationId)]);
        }

        return faults.PriceDelta(input.PriceDelta, lowest, [.. path, nameof(input.PriceDelta)]) ?? Money.Zero;
    }
}
