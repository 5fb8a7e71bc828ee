using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Menu;

/// <summary>Changing the choices that come with dishes.</summary>
[MutationType]
public static class ModifierMutations
{
    /// <summary>Changes what is asked of the guest, and how many answers it takes.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(TextLengthError), typeof(OutOfBoundsError), typeof(SelectionBoundsError), typeof(InvalidTranslationError), typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<ModifierGroup>> EditModifierGroup(
        EditModifierGroupInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        var group = faults.Found(
            await db.ModifierGroups.Include(found => found.Modifiers).Include(found => found.Translations).AsSplitQuery()
                .SingleOrDefaultAsync(found => found.Id == input.ModifierGroupId.Key),
            "modifier group",
            nameof(input.ModifierGroupId));
        faults.Text(input.Name, MenuBounds.Name, nameof(input.Name));
        faults.Number(input.MinSelections, MenuBounds.MinSelections, nameof(input.MinSelections));
        faults.Number(input.MaxSelections, MenuBounds.MaxSelections, nameof(input.MaxSelections));
        var translations = faults.Translations(input.Translations);
        faults.Selection(group?.Edit(input).Translate(translations), input.MinSelections is null ? nameof(input.MaxSelections) : nameof(input.MinSelections));
        if (group is null || faults.All.Count > 0)
        {
            return faults.All;
        }

        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return group;
    }

    /// <summary>Changes one of the things to choose from.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(typeof(TextLengthError), typeof(InvalidPriceError), typeof(SelectionBoundsError), typeof(InvalidTranslationError), typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<Modifier>> EditModifier(
        EditModifierInput input, RestaurantDb db, NewRows rows, MenuCards cards, MenuFaults faults, TimeProvider time)
    {
        var group = faults.Found(
            await db.ModifierGroups.Include(found => found.Modifiers).ThenInclude(one => one.Translations).AsSplitQuery()
                .SingleOrDefaultAsync(found => found.Modifiers.Any(one => one.Id == input.ModifierId.Key)),
            "modifier",
            nameof(input.ModifierId));
        faults.Text(input.Name, MenuBounds.Name, nameof(input.Name));
        var translations = faults.Translations(input.Translations);
        var delta = faults.PriceDelta(input.PriceDelta, group is null ? null : (await cards.CurrentAsync(db)).LowestPriceWith(group), nameof(input.PriceDelta));
        if (input.StationId is { } station)
        {
            faults.Found(await db.Stations.SingleOrDefaultAsync(known => known.Id == station.Key && !known.IsRetired), "station", nameof(input.StationId));
        }

        var modifier = group?.Modifiers.Single(one => one.Id == input.ModifierId.Key);
        modifier?.Edit(input, delta).Translate(translations);
        faults.Selection(group, nameof(input.IsDefault));
        if (modifier is null || faults.All.Count > 0)
        {
            return faults.All;
        }

        rows.Add(new MenuChanged { Modifier = modifier, OccurredAt = time.GetUtcNow() });
        return modifier;
    }
}
