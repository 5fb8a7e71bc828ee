using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>What a field costs, as a decimal number in a string (GraphQL cost directives, draft, 3.1).</summary>
internal sealed class CostDirective : Directive
{
    public const string DirectiveName = "cost";
    public const string Weight = "weight";

    public CostDirective()
        : base(DirectiveName, DirectiveLocation.FieldDefinition)
    {
        Description = "What a field costs. Without it a field costs 1 if it is an object or several, and nothing if it is a value.";
        Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<StringGraphType>> { Name = Weight, Description = "A decimal number." });
    }

    /// <inheritdoc />
    public override bool? Introspectable => true;

    /// <summary>Says it of a field.</summary>
    public static void Apply(FieldType field, int weight) =>
        field.ApplyDirective(DirectiveName, Weight, weight.ToString(CultureInfo.InvariantCulture));
}

/// <summary>How long a list is taken to be (GraphQL cost directives, draft, 3.2).</summary>
internal sealed class ListSizeDirective : Directive
{
    public const string DirectiveName = "listSize";

    public ListSizeDirective()
        : base(DirectiveName, DirectiveLocation.FieldDefinition)
    {
        Description = "How many items a list is taken to have, by which what is selected below it is multiplied.";
        Arguments = new QueryArguments(
            new QueryArgument<IntGraphType> { Name = "assumedSize", Description = "How many, where no argument says it." },
            new QueryArgument<ListGraphType<NonNullGraphType<StringGraphType>>> { Name = "slicingArguments", Description = "The arguments that say how many, or are as long." },
            new QueryArgument<ListGraphType<NonNullGraphType<StringGraphType>>> { Name = "sizedFields", Description = "The fields below that are the list." },
            new QueryArgument<BooleanGraphType> { Name = "requireOneSlicingArgument", Description = "Whether one of those arguments has to be given.", DefaultValue = true });
    }

    /// <inheritdoc />
    public override bool? Introspectable => true;

    /// <summary>Says it of a connection.</summary>
    public static void ApplyToConnection(FieldType field, int assumedSize) => field.ApplyDirective(DirectiveName, directive => directive
        .AddArgument(new DirectiveArgument("assumedSize") { Value = assumedSize })
        .AddArgument(new DirectiveArgument("slicingArguments") { Value = new[] { "first", "last" } })
        .AddArgument(new DirectiveArgument("sizedFields") { Value = new[] { "edges", "nodes" } })
        .AddArgument(new DirectiveArgument("requireOneSlicingArgument") { Value = false }));

    /// <summary>Says it of a list.</summary>
    public static void ApplyToList(FieldType field, int assumedSize) =>
        field.ApplyDirective(DirectiveName, directive => directive.AddArgument(new DirectiveArgument("assumedSize") { Value = assumedSize }));
}
