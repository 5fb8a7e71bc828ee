using System.ComponentModel.DataAnnotations;
using Restaurant.Graph.Platform.Localization;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Menu;

/// <summary>The restaurant itself, from the section <c>Restaurant</c> of the configuration.</summary>
public sealed class RestaurantOptions : IValidatableObject
{
    /// <summary>The name over the door.</summary>
    [Required]
    public string Name { get; init; } = "The Copper Pot";

    /// <summary>The code (ISO 4217) of the one currency of all prices. Stored amounts are not converted when it changes.</summary>
    [Required]
    public string Currency { get; init; } = "USD";

    /// <summary>The time zone (IANA) in which opening hours and business days are read.</summary>
    [Required]
    public string TimeZone { get; init; } = "America/New_York";

    /// <summary>The language (BCP 47) of the menu and of all that the kitchen reads; its translations are beside it.</summary>
    [Required]
    public string Language { get; init; } = "en";

    /// <summary>Whether orders are taken at any hour, whatever the menus say.</summary>
    public bool AlwaysOpen { get; init; }

    /// <summary>Whether a server that starts over a database without a menu imports the demo menu; by default in development only.</summary>
    public bool? DemoMenu { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Currency.Length > 0 && !Platform.Money.Currency.IsCode(Currency))
        {
            yield return new ValidationResult($"Restaurant:Currency must be a currency code of ISO 4217 in upper-case letters, such as USD, was {Currency}.");
        }

        if (Language.Length > 0 && LanguageTag.Normalize(Language) is null)
        {
            yield return new ValidationResult($"Restaurant:Language is '{Language}' where the tag of a language is needed, such as en or de-AT.");
        }

        if (TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"Restaurant:TimeZone is '{TimeZone}', which is no time zone known here. An example is Europe/Vienna.");
        }
    }
}
