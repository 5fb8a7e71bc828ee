using System.Collections;
using System.Linq.Expressions;
using System.Text;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Filtering;

/// <summary>A part of an argument: what it is now, and where it will be in a later request of the same shape.</summary>
internal readonly record struct Given(object? Value, Func<Bindings, object?> Read)
{
    /// <summary>Its fields, where it is an object.</summary>
    public IEnumerable<(string Name, Given Given)> Fields
    {
        get
        {
            var read = Read;
            return (Value as IDictionary<string, object?> ?? new Dictionary<string, object?>(StringComparer.Ordinal)).Select(each =>
                (each.Key, new Given(each.Value, bindings => ((IDictionary<string, object?>)read(bindings)!)[each.Key])));
        }
    }

    /// <summary>Its items, where it is a list.</summary>
    public IEnumerable<Given> Items
    {
        get
        {
            var read = Read;
            return (Value as IEnumerable<object?> ?? []).Select((item, index) => new Given(item, bindings => ((IList)read(bindings)!)[index]));
        }
    }

    /// <summary>Combines conditions that all have to hold; true if there are none.</summary>
    public static Expression All(IEnumerable<Expression> parts) => Balanced([.. parts], Expression.AndAlso);

    /// <summary>Combines conditions of which one has to hold; true if there are none.</summary>
    public static Expression Any(IEnumerable<Expression> parts) => Balanced([.. parts], Expression.OrElse);

    /// <summary>
    /// Writes what of a value decides about the SQL, as opposed to its parameters: which fields there are, truth values, and where there is
    /// nothing. Of the values of <c>in</c> and <c>nin</c>, which are one parameter, it is whether nothing is among them.
    /// </summary>
    public static void Shape(object? value, StringBuilder shape)
    {
        switch (value)
        {
            case null:
                shape.Append('0');
                break;
            case bool flag:
                shape.Append(flag ? 't' : 'f');
                break;
            case IDictionary<string, object?> fields:
                shape.Append('{');
                foreach (var (name, field) in fields)
                {
                    shape.Append(name).Append(':');
                    if (name is "in" or "nin" && field is IEnumerable list)
                    {
                        shape.Append(list.Cast<object?>().Contains(null) ? '0' : '*');
                    }
                    else
                    {
                        Shape(field, shape);
                    }
                }

                shape.Append('}');
                break;
            case IEnumerable<object?> items:
                shape.Append('[');
                foreach (var item in items)
                {
                    Shape(item, shape);
                }

                shape.Append(']');
                break;
            default:
                shape.Append('*');
                break;
        }
    }

    // As deep as the logarithm of the number of conditions: translators walk trees by recursion.
    private static Expression Balanced(ReadOnlySpan<Expression> parts, Func<Expression, Expression, Expression> combine) => parts.Length switch
    {
        0 => Expression.Constant(true),
        1 => parts[0],
        var count => combine(Balanced(parts[..(count / 2)], combine), Balanced(parts[(count / 2)..], combine)),
    };
}
