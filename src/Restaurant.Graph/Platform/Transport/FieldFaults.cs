using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Makes errors of what goes wrong with a field of a root type.</summary>
internal sealed class FieldFaults(ExceptionMapper mapper)
{
    /// <summary>The error to tell of; what no client is to know of it is in the log.</summary>
    public ExecutionError ErrorOf(Exception fault, GraphQLDocument document, SelectedField field)
    {
        // The key is an alias, which is text of the client; the name is of the schema.
        var error = mapper.Map(fault, $"The field {field.Field.Name} failed");
        error.Path ??= [field.Key];
        error.AddLocation(GraphQLParser.Location.FromLinearPosition(document.Source, field.Ast.Location.Start));
        return error;
    }
}
