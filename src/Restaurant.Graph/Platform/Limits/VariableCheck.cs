using System.Collections;
using GraphQL;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Bounds the size of variables, before anything else looks at them.</summary>
internal static class VariableCheck
{
    /// <summary>Checks the depth and number of values, and the length of lists.</summary>
    /// <exception cref="LimitError">One of them exceeds its limit.</exception>
    public static void Run(Inputs? variables, LimitOptions limits)
    {
        if (variables is { Count: > 0 })
        {
            var values = 0;
            Check(variables, depth: 0, limits, ref values);
        }
    }

    /// <summary>Counts the values.</summary>
    public static int Count(object? value) => value switch
    {
        null or string => 1,
        Inputs fields => fields.Values.Sum(Count),
        IEnumerable<KeyValuePair<string, object?>> fields => 1 + fields.Sum(static field => Count(field.Value)),
        ICollection items => 1 + items.Cast<object?>().Sum(Count),
        _ => 1,
    };

    private static void Check(object? value, int depth, LimitOptions limits, ref int values)
    {
        LimitError.Check(depth, limits.MaxValueDepth, "levels", "The variables have");
        LimitError.Check(++values, limits.MaxValues, "values", "The variables have");
        switch (value)
        {
            case IEnumerable<KeyValuePair<string, object?>> fields:
                foreach (var (_, field) in fields)
                {
                    Check(field, depth + 1, limits, ref values);
                }

                break;
            case ICollection items:
                LimitError.Check(items.Count, limits.MaxListItems, "items", "A list in the variables has");
                foreach (var item in items)
                {
                    Check(item, depth + 1, limits, ref values);
                }

                break;
        }
    }
}
