using GraphQL.Validation;
using GraphQL.Validation.Rules;

namespace Restaurant.Graph.Platform.Validation;

/// <summary>Validates documents by the rules of the engine, and by our own where those are out of date.</summary>
internal sealed class SpecificationValidator : IDocumentValidator
{
    private static readonly IValidationRule[] Rules =
    [
        .. DocumentValidator.CoreRules.Where(static rule => rule is not SingleRootFieldSubscriptions),
        new SingleRootField(),
    ];

    private readonly DocumentValidator _engine = new();

    /// <inheritdoc />
    public Task<IValidationResult> ValidateAsync(in ValidationOptions options) =>
        _engine.ValidateAsync(options.Rules is null ? options with { Rules = Rules } : options);
}
