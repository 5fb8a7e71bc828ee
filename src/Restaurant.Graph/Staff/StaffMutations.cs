using GraphQL;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Staff;

/// <summary>What the staff does about itself.</summary>
[MutationType]
public static class StaffMutations
{
    /// <summary>Gives somebody who works here a token for their shift.</summary>
    [AllowAnonymous]
    [Errors(typeof(WrongNameOrSecretError), typeof(SignInLockedError))]
    public static Task<Outcome<AccessToken>> SignIn(SignInInput input, Viewer viewer, Reception reception, CancellationToken cancellationToken) =>
        reception.SignInAsync(input, viewer, cancellationToken);
}
