using GraphQL;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Staff;

/// <summary>What the staff does about itself.</summary>
[MutationType]
public static class StaffMutations
{
    // To check a secret takes as long as some thousand rows.
    private const int SignInCost = 10_000;

    /// <summary>Gives somebody who works here a token for their shift.</summary>
    [AllowAnonymous]
    [Cost(SignInCost)]
    [Errors(typeof(WrongNameOrSecretError), typeof(SignInLockedError))]
    public static Task<Outcome<AccessToken>> SignIn(SignInInput input, Viewer viewer, Reception reception, CancellationToken cancellationToken) =>
        reception.SignInAsync(input, viewer, cancellationToken);
}
