using System.Collections;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Sorting;

/// <summary>
/// The order in which a client wrote the fields of an input object. The engine coerces objects field by field of their type and forgets
/// it, so it is looked up in the document, or in the variables as they came.
/// </summary>
/// <param name="value">A part of the document, or of the variables as they came.</param>
/// <param name="inputs">The variables as they came.</param>
/// <param name="variables">The variables as they were coerced, those that did not come among them.</param>
internal readonly struct WrittenOrder(object? value, Inputs? inputs, Variables variables)
{
    private readonly object? _value = value is not GraphQLVariable variable ? value
        : inputs is not null && inputs.TryGetValue(variable.Name.StringValue, out var given) ? given
        : variables.Find(variable.Name)?.Definition?.DefaultValue;

    /// <summary>What was written for an argument of a field.</summary>
    public static WrittenOrder Of(GraphQLField field, Inputs? inputs, Variables variables, string argument) => new(
        field.Arguments?.Items.Find(given => given.Name == argument)?.Value,
        inputs,
        variables);

    /// <summary>An item of a list; of what is no list, itself, as it is coerced into a list of one.</summary>
    public WrittenOrder Item(int index) => new(
        _value switch
        {
            GraphQLListValue list => list.Values?[index],
            IList list => list[index],
            var single => single,
        },
        inputs,
        variables);

    /// <summary>What was written for a field of an object.</summary>
    public WrittenOrder Field(string name) => new(
        _value switch
        {
            GraphQLObjectValue literal => literal.Fields?.Find(field => field.Name == name)?.Value,
            IDictionary<string, object?> map => map[name],
            _ => null,
        },
        inputs,
        variables);

    /// <summary>The place of a field among those of its object.</summary>
    public int PositionOf(string name) => _value switch
    {
        GraphQLObjectValue literal => literal.Fields?.FindIndex(field => field.Name == name) ?? 0,
        IDictionary<string, object?> map => map.Keys.ToList().IndexOf(name),
        _ => 0,
    };
}
