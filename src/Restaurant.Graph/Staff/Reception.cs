using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Staff;

/// <summary>Lets in who works here.</summary>
public sealed class Reception(
    RestaurantDb db, WriteQueue queue, IPasswordHasher<StaffMember> hasher, TokenIssuer issuer, IOptions<StaffOptions> options, TimeProvider time)
{
    /// <summary>How many characters a name or a secret may have: to hash more is work that anybody could ask for.</summary>
    internal const int MaxLength = 200;

    // Whether there is such a name is not to be told by the time the answer takes.
    private static readonly StaffMember Nobody = new() { Name = "", Role = StaffRole.Waiter };
    private static string? _noHash;

    /// <summary>A token for who has the right secret.</summary>
    public async Task<Outcome<AccessToken>> SignInAsync(SignInInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (input.Name.Length > MaxLength || input.Secret.Length > MaxLength)
        {
            return WrongNameOrSecretError.Of();
        }

        var member = await db.Staff.AsNoTracking().SingleOrDefaultAsync(known => known.Name == input.Name && !known.IsRetired, cancellationToken);
        var now = time.GetUtcNow();
        if (member?.LockedUntil > now)
        {
            return SignInLockedError.Of(member.LockedUntil.Value);
        }

        var isRight = IsRight(member, input.Secret);
        if (member is null)
        {
            return WrongNameOrSecretError.Of();
        }

        await NoteAsync(member, isRight, viewer, cancellationToken);
        return isRight ? issuer.Issue(ViewerOf(member), options.Value.SignInLifetime) : WrongNameOrSecretError.Of();
    }

    /// <summary>What somebody of the staff may do.</summary>
    internal static Viewer ViewerOf(StaffMember member) =>
        new(RoleOf(member.Role), member.Id) { Name = member.Name, Stamp = member.Stamp };

    /// <summary>The role as tokens name it.</summary>
    internal static string RoleOf(StaffRole role) => role switch
    {
        StaffRole.Cook => Roles.Cook,
        StaffRole.Manager => Roles.Manager,
        _ => Roles.Waiter,
    };

    private bool IsRight(StaffMember? member, string secret) =>
        hasher.VerifyHashedPassword(member ?? Nobody, member?.SecretHash ?? (_noHash ??= hasher.HashPassword(Nobody, "")), secret) != PasswordVerificationResult.Failed
        && member is not null;

    private Task NoteAsync(StaffMember member, bool isRight, Viewer viewer, CancellationToken cancellationToken) => queue.RunAsync(
        services => services.GetRequiredService<UnitOfWork>().RunAsync<StaffMember>(async () =>
        {
            var found = await services.GetRequiredService<RestaurantDb>().Staff.SingleAsync(known => known.Id == member.Id);
            if (isRight)
            {
                found.Succeed();
                services.GetRequiredService<NewRows>().Add(AuditEntry.Of(
                    ViewerOf(member) with { Address = viewer.Address }, nameof(StaffMutations.SignIn), new GlobalId(nameof(StaffMember), member.Id), time.GetUtcNow()));
            }
            else
            {
                found.Fail(options.Value.MaxFailedAttempts, options.Value.Lockout, time.GetUtcNow());
            }

            return found;
        }),
        cancellationToken);
}
