using System.Collections;
using GraphQL;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>Looks at the size of what variables hold.</summary>
internal static class VariableCheck
{
    /// <summary>Throws a <see cref="LimitError"/> for values that are too deep, or lists that are too long.</summary>
    public static void Run(Inputs? variables, LimitOptions limits)
    {
        if (variables is { Count: > 0 })
        {
            Check(variables, depth: 0, limits);
        }
    }

    private static void Check(object? value, int depth, LimitOptions limits)
    {
        if (depth > limits.MaxValueDepth)
        {
            throw new LimitError("The variables have", $"{limits.MaxValueDepth} levels");
        }

        switch (value)
        {
            case IEnumerable<KeyValuePair<string, object?>> fields:
                foreach (var (_, field) in fields)
                {
                    Check(field, depth + 1, limits);
                }

                break;
            case ICollection items:
                if (items.Count > limits.MaxListItems)
                {
                    throw new LimitError("A list in the variables has", $"{limits.MaxListItems} items");
                }

                foreach (var item in items)
                {
                    Check(item, depth + 1, limits);
                }

                break;
        }
    }
}
