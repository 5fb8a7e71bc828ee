using System.CommandLine;
using System.Globalization;

namespace Restaurant.Graph.Commands;

/// <summary>Options that take what is within bounds.</summary>
internal static class Bounds
{
    private const int LongestName = 100;

    /// <summary>Refuses what is less than the least or more than the most.</summary>
    public static TOption Bounded<TOption, T>(this TOption option, T least, T most)
        where TOption : Option
        where T : IComparable<T>, IParsable<T>
    {
        option.Validators.Add(result =>
        {
            // What is no number is told of by the parser.
            if (result.Tokens is [.., var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0))
            {
                result.AddError(FormattableString.Invariant($"{option.Name} is {value} where it has to be from {least} to {most}."));
            }
        });
        return option;
    }

    /// <summary>Refuses what is nothing, or is too long, to call somebody by.</summary>
    public static Option<string> Named(this Option<string> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [.., { Value: var name }] && (string.IsNullOrWhiteSpace(name) || name.Length > LongestName))
            {
                result.AddError(string.IsNullOrWhiteSpace(name)
                    ? $"{option.Name} is empty where a name is needed."
                    : FormattableString.Invariant($"{option.Name} has {name.Length} characters where a name has up to {LongestName}."));
            }
        });
        return option;
    }
}
