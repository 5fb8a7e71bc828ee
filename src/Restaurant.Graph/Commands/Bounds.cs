using System.CommandLine;
using System.Globalization;

namespace Restaurant.Graph.Commands;

/// <summary>Options that take a number within bounds.</summary>
internal static class Bounds
{
    /// <summary>Refuses what is less than the least or more than the most.</summary>
    public static Option<T> Bounded<T>(this Option<T> option, T least, T most)
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
}
