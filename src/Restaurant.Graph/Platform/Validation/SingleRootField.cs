using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Validation;

/// <summary>
/// Single Root Field of the specification of September 2025 (5.2.4.1): a subscription selects one response key, no
/// introspection field, and no condition decides whether it is selected.
/// </summary>
internal sealed class SingleRootField : ValidationRuleBase
{
    private const string Section = "5.2.4.1";

    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLOperationDefinition>(Check);

    /// <inheritdoc />
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static void Check(GraphQLOperationDefinition operation, ValidationContext context)
    {
        if (operation.Operation != OperationType.Subscription)
        {
            return;
        }

        var root = new RootSelections(context);
        root.Collect(operation.SelectionSet);
        if (root.Conditional is { } conditional)
        {
            Report(context, conditional, "A subscription cannot have @skip or @include at its root.");
        }
        else if (root.Fields.Find(IsIntrospection) is { } introspection)
        {
            Report(context, introspection, $"A subscription cannot select '{introspection.Name.StringValue}' at its root.");
        }
        else if (root.Fields.Find(field => KeyOf(field) != KeyOf(root.Fields[0])) is { } second)
        {
            var key = KeyOf(second).ToString();
            Report(context, second, $"A subscription has one root field. Send '{key}' as a subscription of its own.");
        }
    }

    private static bool IsIntrospection(GraphQLField field) =>
        field.Name.StringValue.StartsWith("__", StringComparison.Ordinal);

    private static bool IsCondition(GraphQLDirective directive) =>
        directive.Name.Value == "skip" || directive.Name.Value == "include";

    private static ROM KeyOf(GraphQLField field) => (field.Alias?.Name ?? field.Name).Value;

    private static void Report(ValidationContext context, ASTNode node, string message) =>
        context.ReportError(new ValidationError(context.Document.Source, Section, message, node));

    /// <summary>The selections of a root, with those of its fragments, each fragment once.</summary>
    private sealed class RootSelections(ValidationContext context)
    {
        private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

        /// <summary>The fields.</summary>
        public List<GraphQLField> Fields { get; } = [];

        /// <summary>The first selection with a condition; null if there is none.</summary>
        public ASTNode? Conditional { get; private set; }

        /// <summary>Collects the selections of a set.</summary>
        public void Collect(GraphQLSelectionSet set)
        {
            foreach (var selection in set.Selections)
            {
                if (((IHasDirectivesNode)selection).Directives?.Items.Exists(IsCondition) is true)
                {
                    Conditional ??= selection;
                }

                Collect(selection);
            }
        }

        private void Collect(ASTNode selection)
        {
            switch (selection)
            {
                case GraphQLField field:
                    Fields.Add(field);
                    break;
                case GraphQLInlineFragment inline:
                    Collect(inline.SelectionSet);
                    break;
                case GraphQLFragmentSpread spread when _visited.Add(spread.FragmentName.Name.StringValue):
                    var fragment = context.Document.Definitions.OfType<GraphQLFragmentDefinition>()
                        .FirstOrDefault(fragment => fragment.FragmentName.Name == spread.FragmentName.Name);
                    if (fragment is not null)
                    {
                        Collect(fragment.SelectionSet);
                    }

                    break;
            }
        }
    }
}
