using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Keeps the server from opening to the world without knowing anybody.</summary>
internal sealed class AuthValidation(IHostEnvironment environment) : IValidateOptions<AuthOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, AuthOptions options) =>
        FaultIn(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;

    private string? FaultIn(AuthOptions options) => options switch
    {
        { SigningKeys: [], Authority: null } =>
            "Nobody could say who they are. Set Auth:SigningKeys:0 to a secret of your own (openssl rand -base64 48), or Auth:Authority and Auth:Audience to those of an OpenID Connect provider.",
        _ when options.SigningKeys.Any(static key => key.Length < AuthOptions.MinKeyLength) => $"A secret in Auth:SigningKeys has fewer than {AuthOptions.MinKeyLength} characters.",
        _ when !environment.IsDevelopment() && options.SigningKeys.Any(static key => key.StartsWith(AuthOptions.DevelopmentPrefix, StringComparison.Ordinal)) =>
            "A secret in Auth:SigningKeys is the one for development, which everybody knows.",
        { Authority: not null, Audience: null or "" } => "Auth:Authority is set and Auth:Audience is not: tokens that are meant for others would be good here.",
        { Authority.Scheme: "http", RequireHttpsMetadata: true } =>
            $"Auth:Authority must be an https address, was {options.Authority}. Auth:RequireHttpsMetadata=false allows http, for tests.",
        _ => null,
    };
}
