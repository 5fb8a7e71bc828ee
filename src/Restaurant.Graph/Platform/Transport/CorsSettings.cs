using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>From which other sites browsers may use the API, from the section <c>Cors</c> of the configuration.</summary>
public sealed class CorsSettings : IValidatableObject
{
    /// <summary>The origins, such as <c>https://order.example</c>; none by default, and never all.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Origins
        .Where(static origin => !Uri.TryCreate(origin, UriKind.Absolute, out var address) || !string.Equals(address.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase))
        .Select(static origin => new ValidationResult($"Cors:Origins has '{origin}', which is no origin. An example is https://order.example, without a path."));
}
