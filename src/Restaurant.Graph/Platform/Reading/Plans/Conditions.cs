using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>Finds the variables on which the selections of a document depend.</summary>
internal sealed class Conditions : ASTVisitor<Conditions.Context>
{
    private static readonly Conditions Visitor = new();

    /// <summary>The names of the variables of all <c>@skip</c> and <c>@include</c>, each once.</summary>
    public static IEnumerable<string> In(GraphQLDocument document)
    {
        var context = new Context();
        Visitor.VisitAsync(document, context).AsTask().GetAwaiter().GetResult();
        return context.Names.Order(StringComparer.Ordinal);
    }

    /// <inheritdoc />
    protected override ValueTask VisitDirectiveAsync(GraphQLDirective directive, Context context)
    {
        if (directive.Name.Value == "skip" || directive.Name.Value == "include")
        {
            foreach (var variable in directive.Arguments?.Items.Select(static argument => argument.Value).OfType<GraphQLVariable>() ?? [])
            {
                context.Names.Add(variable.Name.StringValue);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What was found so far.</summary>
    internal sealed class Context : IASTVisitorContext
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        /// <inheritdoc />
        public CancellationToken CancellationToken => CancellationToken.None;
    }
}
