using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Menu;

/// <summary>What is wrong with what a manager writes, by the bounds of the menu file. What is not given is not wrong.</summary>
public sealed class MenuFaults(Currency currency, OwnLanguage own)
{
    /// <summary>The faults.</summary>
    internal List<MutationError> All { get; } = [];

    /// <summary>The language in which everything is said that is no translation.</summary>
    internal string OwnLanguage => own.Tag;

    /// <summary>Notes a text that is too short or too long, or blank where there has to be one.</summary>
    internal void Text(string? text, Bounds bounds, params ReadOnlySpan<object> path)
    {
        if (text is not null && (!bounds.Allow(text.Length) || (bounds.Min > 0 && string.IsNullOrWhiteSpace(text))))
        {
            All.Add(TextLengthError.Of(text, bounds, InputPath.Of(path)));
        }
    }

    /// <summary>Notes a number that is too small or too large.</summary>
    internal void Number(int? number, Bounds bounds, params ReadOnlySpan<object> path)
    {
        if (number is { } given && !bounds.Allow(given))
        {
            All.Add(OutOfBoundsError.Of(given, bounds, InputPath.Of(path)));
        }
    }

    /// <summary>Notes what is no key, or one that is taken.</summary>
    internal void Key(string key, bool isTaken, params ReadOnlySpan<object> path)
    {
        Text(key, MenuBounds.Key, path);
        if (!MenuBounds.IsKey(key))
        {
            All.Add(new InvalidKeyError { Message = $"The key is '{key}' where only a to z, 0 to 9 and hyphens are allowed.", Path = InputPath.Of(path) });
        }

        if (isTaken)
        {
            All.Add(KeyTakenError.Of(key, InputPath.Of(path)));
        }
    }

    /// <summary>A price; null where none is given, or it is wrong, which is noted.</summary>
    internal Money? Price(decimal? amount, decimal min, params ReadOnlySpan<object> path)
    {
        if (amount is not { } given || (given >= min && given <= MenuBounds.MaxPrice && currency.MoneyOf(given) is not null))
        {
            return amount is { } right ? currency.MoneyOf(right) : null;
        }

        All.Add(new InvalidPriceError
        {
            Message = FormattableString.Invariant($"It is {given} where an amount from {min} to {MenuBounds.MaxPrice} with at most {currency.Decimals} decimals is needed."),
            Path = InputPath.Of(path),
            Min = min,
            Max = MenuBounds.MaxPrice,
            Decimals = currency.Decimals,
        });
        return null;
    }

    /// <summary>What a modifier adds; null where none is given, or it is wrong, which is noted. It takes no more off than the dishes cost that it comes with.</summary>
    /// <param name="amount">What it is to add.</param>
    /// <param name="lowest">The price of the cheapest of them; null if there is none.</param>
    /// <param name="path">Where it is said.</param>
    internal Money? PriceDelta(decimal? amount, Money? lowest, params ReadOnlySpan<object> path) =>
        Price(amount, lowest is { } price ? -currency.AmountOf(price) : -MenuBounds.MaxPrice, path);

    /// <summary>Notes what is no place for an image.</summary>
    internal void ImageUrl(string? text, params ReadOnlySpan<object> path)
    {
        Text(text, MenuBounds.ImageUrl, path);
        if (text is not null && !MenuBounds.IsImageUrl(text))
        {
            All.Add(new InvalidImageUrlError { Message = $"It is '{text}' where an address by https or a relative path is needed.", Path = InputPath.Of(path) });
        }
    }

    /// <summary>Notes what does not fit in a group, if there is one.</summary>
    /// <param name="group">The group as it is to be.</param>
    /// <param name="defaultsAt">The property that makes the defaults not fit.</param>
    internal void Selection(ModifierGroup? group, string defaultsAt) => All.AddRange(
        group is null ? [] : MenuBounds.SelectionFaults(group.MinSelections, group.MaxSelections, group.Modifiers.Count, group.Modifiers.Count(static modifier => modifier.IsDefault))
            .Select(fault => new SelectionBoundsError
            {
                Message = $"{fault.Property} {fault.What}.",
                Path = InputPath.Of(fault.Property == MenuBounds.Defaults ? defaultsAt : fault.Property),
            }));

    /// <summary>Notes what is not there.</summary>
    internal T? Found<T>(T? part, string name, params ReadOnlySpan<object> path)
        where T : class
    {
        if (part is null)
        {
            All.Add(MenuPartNotFoundError.Of(name, InputPath.Of(path)));
        }

        return part;
    }

    /// <summary>Rows by their keys, each once; null where none are given. What is not there is noted.</summary>
    internal async Task<IReadOnlyList<T>?> AllFoundAsync<T>(IEnumerable<long>? keys, DbSet<T> rows, string name, string property)
        where T : class
    {
        if (keys is null)
        {
            return null;
        }

        var all = new List<T>();
        foreach (var (index, key) in keys.Index())
        {
            if (Found(await rows.FindAsync(key), name, property, index) is { } row && !all.Contains(row))
            {
                all.Add(row);
            }
        }

        return all;
    }
}
