using GraphQL.Types;
using GraphQLParser.AST;

namespace Restaurant.Graph.Platform.Scalars;

/// <summary>The <c>@specifiedBy</c> directive, which the engine does not bring along (GraphQL specification, 3.13.4).</summary>
internal sealed class SpecifiedBy : Directive
{
    /// <summary>The metadata key under which a scalar keeps the address of its specification.</summary>
    public const string UrlMetadata = "SpecifiedBy";

    public SpecifiedBy()
        : base("specifiedBy", DirectiveLocation.Scalar)
    {
        Description = "Where the behaviour of a scalar is specified.";
        Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<StringGraphType>>
        {
            Name = "url",
            Description = "The address of the specification.",
        });
    }
}
