using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Scalars;

/// <summary>The <c>@specifiedBy</c> directive, which the engine does not bring along (GraphQL specification, 3.13.4).</summary>
internal sealed class SpecifiedBy : Directive
{
    private const string Directive = "specifiedBy";
    private const string Url = "url";

    /// <inheritdoc />
    public override bool? Introspectable => true;

    public SpecifiedBy()
        : base(Directive, DirectiveLocation.Scalar)
    {
        Description = "Where the behaviour of a scalar is specified.";
        Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<StringGraphType>>
        {
            Name = Url,
            Description = "The address of the specification.",
        });
    }

    /// <summary>Applies it to a scalar.</summary>
    public static void Apply(ScalarGraphType scalar, string url) => scalar.ApplyDirective(Directive, Url, url);

    /// <summary>The address that was applied to a type; null if none was.</summary>
    public static object? UrlOf(IGraphType type) => type.FindAppliedDirective(Directive)?.FindArgument(Url)?.Value;
}
