using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>From which other sites browsers may use the API, from the section <c>Cors</c> of the configuration.</summary>
public sealed class CorsSettings : IValidatableObject
{
    /// <summary>The origins, such as <c>https://order.example</c>; none by default, and never all.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Whether pages of loopback and private addresses are allowed on every port; by default in development only.</summary>
    public bool? AllowPrivateOrigins { get; set; }

    /// <summary>The request headers that pages of other origins may send, with commas between them.</summary>
    [RegularExpression(
        @"^\s*[A-Za-z0-9!#$%&'*+.^_`|~-]+(\s*,\s*[A-Za-z0-9!#$%&'*+.^_`|~-]+)*\s*$",
        ErrorMessage = "Cors:AllowedHeaders has to be names of headers with commas between them.")]
    public string AllowedHeaders { get; init; } =
        "Accept, Accept-Language, Authorization, Content-Type, If-None-Match, Last-Event-ID, GraphQL-Cost, traceparent, tracestate, baggage, "
        + "apollographql-client-name, apollographql-client-version, x-apollo-operation-name, x-apollo-operation-id";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Origins
        .Where(static origin => !Uri.TryCreate(origin, UriKind.Absolute, out var address) || !string.Equals(address.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase))
        .Select(static origin => new ValidationResult($"Cors:Origins has '{origin}', which is no origin. An example is https://order.example, without a path."));
}
