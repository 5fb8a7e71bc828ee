using System.Collections;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>An input as a tree, whether it was written into the document, came in a variable, or is mixed of both.</summary>
internal readonly struct InputValue
{
    private readonly object? _value;
    private readonly Variables _variables;

    /// <summary>Wraps a part of the document, or a coerced value of a variable.</summary>
    public InputValue(object? value, Variables variables)
    {
        _variables = variables;
        _value = value is GraphQLVariable variable ? ValueOf(variable, variables) : value;
    }

    /// <summary>The items of a list; a value that is no list is a list of itself, as input coercion makes it.</summary>
    public IEnumerable<InputValue> Items
    {
        get
        {
            var variables = _variables;
            IEnumerable items = _value switch
            {
                GraphQLListValue list => list.Values ?? [],
                string or IDictionary => new[] { _value },
                IDictionary<string, object?> fields => new[] { fields },
                IEnumerable list => list,
                null or GraphQLNullValue => Array.Empty<object>(),
                var single => new[] { single },
            };
            return items.Cast<object?>().Select(item => new InputValue(item, variables));
        }
    }

    /// <summary>The fields of an object; none for any other value.</summary>
    public IEnumerable<(string Name, InputValue Value)> Fields
    {
        get
        {
            var variables = _variables;
            return _value switch
            {
                GraphQLObjectValue { Fields: { } fields } =>
                    fields.Select(each => (each.Name.StringValue, new InputValue(each.Value, variables))),
                IDictionary<string, object?> fields => fields.Select(each => (each.Key, new InputValue(each.Value, variables))),
                _ => [],
            };
        }
    }

    private static object? ValueOf(GraphQLVariable variable, Variables variables) =>
        variables.ValueFor(variable.Name.StringValue, out var given) ? given.Value : null;
}
