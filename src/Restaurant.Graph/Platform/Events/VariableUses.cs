using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace Restaurant.Graph.Platform.Events;

/// <summary>Counts how often a document uses a variable.</summary>
internal sealed class VariableUses : ASTVisitor<VariableUses.Context>
{
    private static readonly VariableUses Visitor = new();

    /// <summary>The count, its definition included.</summary>
    public static int Of(GraphQLDocument document, string name)
    {
        var context = new Context(name);
        Visitor.VisitAsync(document, context).AsTask().GetAwaiter().GetResult();
        return context.Count;
    }

    /// <inheritdoc />
    protected override ValueTask VisitVariableAsync(GraphQLVariable variable, Context context)
    {
        context.Count += variable.Name.Value == context.Name ? 1 : 0;
        return ValueTask.CompletedTask;
    }

    /// <summary>What was found so far.</summary>
    internal sealed class Context(string name) : IASTVisitorContext
    {
        public string Name => name;

        public int Count { get; set; }

        /// <inheritdoc />
        public CancellationToken CancellationToken => CancellationToken.None;
    }
}
