using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Menu;

/// <summary>Changing prices for a part of the day. Orders keep the prices that they were placed at.</summary>
[MutationType]
public static class PriceRuleMutations
{
    /// <summary>Adds a price rule, as the last.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(
        typeof(TextLengthError), typeof(InvalidKeyError), typeof(KeyTakenError), typeof(InvalidPriceRuleError), typeof(InvalidPercentError), typeof(InvalidPriceError), typeof(InvalidWindowError),
        typeof(InvalidTranslationError), typeof(MenuPartNotFoundError), typeof(DishNotFoundError))]
    public static async Task<Outcome<PriceRule>> CreatePriceRule(CreatePriceRuleInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        faults.Key(input.Key, await db.PriceRules.AnyAsync(rule => rule.Key == input.Key), nameof(input.Key));
        var edit = Check(input, input.Name, input.Windows, faults);
        if (input is { Percent: null, Amount: null })
        {
            faults.All.Add(InvalidPriceRuleError.Of("A price rule needs a percent or an amount.", nameof(input.Percent)));
        }

        if (input is { CategoryId: not null, DishId: not null })
        {
            faults.All.Add(InvalidPriceRuleError.Of("A price rule is for a category or for a dish, not for both.", nameof(input.DishId)));
        }

        var category = input.CategoryId is { } one ? faults.Found(await db.Categories.FindAsync(one.Key), "category", nameof(input.CategoryId)) : null;
        var dish = input.DishId is { } other ? await db.Dishes.FindAsync(other.Key) : null;
        if (input.DishId is not null && dish is not { CategoryId: not null })
        {
            faults.All.Add(DishNotFoundError.At(InputPath.Of(nameof(input.DishId))));
        }

        if (faults.All.Count > 0)
        {
            return faults.All;
        }

        var created = PriceRule.New(input.Key, category?.Id, dish?.Id, await db.PriceRules.NextPositionAsync()).Apply(edit);
        rows.Add(created);
        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return created;
    }

    /// <summary>Changes when a price rule holds, what it adds, and what it is called. One without windows never holds.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(
        typeof(TextLengthError), typeof(InvalidPriceRuleError), typeof(InvalidPercentError), typeof(InvalidPriceError), typeof(InvalidWindowError), typeof(InvalidTranslationError),
        typeof(MenuPartNotFoundError))]
    public static async Task<Outcome<PriceRule>> EditPriceRule(EditPriceRuleInput input, RestaurantDb db, NewRows rows, MenuFaults faults, TimeProvider time)
    {
        var rule = faults.Found(
            await db.PriceRules.Include(found => found.Windows).Include(found => found.Translations).AsSplitQuery().SingleOrDefaultAsync(found => found.Id == input.PriceRuleId.Key),
            "price rule",
            nameof(input.PriceRuleId));
        var edit = Check(input, input.Name, input.Windows, faults);
        if (rule is null || faults.All.Count > 0)
        {
            return faults.All;
        }

        rows.Add(new MenuChanged { OccurredAt = time.GetUtcNow() });
        return rule.Apply(edit);
    }

    private static PriceRuleEdit Check(PriceRuleInput input, string? name, IReadOnlyList<WeeklyWindowInput>? windows, MenuFaults faults)
    {
        faults.Text(name, MenuBounds.Name, nameof(name));
        if (input is { Percent: not null, Amount: not null })
        {
            faults.All.Add(InvalidPriceRuleError.Of("A price rule has a percent or an amount, not both.", nameof(input.Amount)));
        }

        return new PriceRuleEdit
        {
            Name = name,
            Windows = faults.Windows(windows, nameof(windows)),
            BasisPoints = BasisPoints(input.Percent, faults),
            Amount = faults.Price(input.Amount, -MenuBounds.MaxPrice, nameof(input.Amount)),
            Translations = faults.Translations(input.Translations),
        };
    }

    private static int? BasisPoints(decimal? percent, MenuFaults faults)
    {
        if (percent is not { } given)
        {
            return null;
        }

        if (Math.Abs(given) <= MenuBounds.MaxPercent && decimal.Round(given, MenuBounds.PercentDecimals) == given)
        {
            return (int)(given * 100);
        }

        faults.All.Add(InvalidPercentError.Of(given, InputPath.Of(nameof(PriceRuleInput.Percent))));
        return null;
    }
}
