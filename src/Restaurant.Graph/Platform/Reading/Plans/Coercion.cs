using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>Coerces the variables of one operation, anew for every request. Scalars are coerced here, all else by the engine.</summary>
internal sealed class Coercion
{
    private readonly (string Name, GraphQLVariableDefinition Definition, ScalarGraphType? Scalar, bool IsRequired)[] _variables;
    private readonly Func<ValidationContext> _make;

    // Each finds once where variables are used, which takes longer than all else that it does.
    private readonly ConcurrentBag<ValidationContext> _contexts = [];

    public Coercion(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        _make = () => new ValidationContext { Schema = schema, Document = document, Operation = operation };
        var usages = operation.Variables is null ? [] : _make().GetRecursiveVariables(operation) ?? [];
        _variables = [.. (operation.Variables?.Items ?? []).Select(definition => (
            definition.Variable.Name.StringValue,
            definition,
            ScalarOf(definition.Type, schema),
            definition.Type is GraphQLNonNullType
                || usages.Exists(usage => usage.Node.Name == definition.Variable.Name && usage.Type is NonNullGraphType)))];
    }

    /// <summary>The variables; null if one has a value that it cannot have.</summary>
    public async ValueTask<Variables?> CoerceAsync(Inputs? inputs)
    {
        if (_variables.Length == 0)
        {
            return Variables.None;
        }

        if (Scalars(inputs ?? Inputs.Empty) is { } scalars)
        {
            return scalars;
        }

        var context = _contexts.TryTake(out var idle) ? idle : _make();
        context.Variables = inputs ?? Inputs.Empty;
        try
        {
            var (variables, errors) = await context.GetVariablesValuesAsync();
            context.Variables = Inputs.Empty;
            _contexts.Add(context);
            return errors is null ? variables : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The engine fails in the same way, and tells of it.
            return null;
        }
    }

    // Null where there is anything but scalars that are good, or are left out and need not be given.
    private Variables? Scalars(Inputs inputs)
    {
        var coerced = new Variables();
        foreach (var (name, definition, scalar, isRequired) in _variables)
        {
            var variable = new Variable(name, definition);
            coerced.Add(variable);
            if (inputs.TryGetValue(name, out var value))
            {
                if (scalar is null || (value is null && isRequired) || !TryParse(scalar, value, variable))
                {
                    return null;
                }
            }
            else if (isRequired || definition.DefaultValue is not null)
            {
                return null;
            }
        }

        return coerced;
    }

    private static bool TryParse(ScalarGraphType scalar, object? value, Variable variable)
    {
        try
        {
            variable.Value = scalar.ParseValue(value);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The engine fails in the same way, and tells of it.
            return false;
        }
    }

    private static ScalarGraphType? ScalarOf(GraphQLType type, ISchema schema) => type switch
    {
        GraphQLNonNullType nonNull => ScalarOf(nonNull.Type, schema),
        GraphQLNamedType named => schema.AllTypes[named.Name.Value] as ScalarGraphType,
        _ => null,
    };
}
