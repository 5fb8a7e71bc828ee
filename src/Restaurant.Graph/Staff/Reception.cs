using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Staff;

/// <summary>Signs the staff in. A name that exists and one that does not get the same answers after the same work.</summary>
public sealed class Reception(
    RestaurantDb db,
    WriteQueue queue,
    SecretVerifier secrets,
    SignInThrottle throttle,
    SignInFailures failures,
    SignInMetrics metrics,
    TokenIssuer issuer,
    DeviceTokens devices,
    IOptions<StaffOptions> options)
{
    /// <summary>How many characters a name or a secret may have: to hash more is work that anybody could ask for.</summary>
    internal const int MaxLength = 200;

    /// <summary>Issues a token to a member of the staff who gives the right secret.</summary>
    public async Task<Outcome<AccessToken>> SignInAsync(SignInInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (input.Name.Length > MaxLength || input.Secret.Length > MaxLength)
        {
            return WrongNameOrSecretError.Of();
        }

        var device = await devices.ReadAsync(input.DeviceToken);
        var member = await db.Staff.AsNoTracking().SingleOrDefaultAsync(known => known.Name == input.Name && !known.IsRetired, cancellationToken);
        var attempt = new SignInAttempt(input.Name, viewer.Network ?? "", IsOf(device, member) ? device?.Id : null);
        if (throttle.Take(attempt) is { } retryAt)
        {
            metrics.Count("throttled");
            return SignInLockedError.Of(retryAt);
        }

        if (await secrets.IsRightAsync(member, input.Secret, cancellationToken) is not { } isRight)
        {
            throttle.GiveBack(attempt);
            metrics.Count("busy");
            throw CostError.Busy();
        }

        if (!isRight || member is null)
        {
            metrics.Count("failure");
            failures.Add(member, viewer);
            return WrongNameOrSecretError.Of();
        }

        throttle.GiveBack(attempt);
        metrics.Count("success");
        var account = ViewerOf(member);
        await AuditAsync(account with { Address = viewer.Address }, cancellationToken);
        return issuer.Issue(account, options.Value.SignInLifetime) with
        {
            DeviceToken = devices.Issue(attempt.Device, account, options.Value.DeviceLifetime),
        };
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

    // Another secret ends what devices were known by: one of them may be the reason for it.
    private static bool IsOf(KnownDevice? device, StaffMember? member) =>
        device is not null && member is not null && device.Key == member.Id && device.Stamp == member.Stamp;

    private Task AuditAsync(Viewer account, CancellationToken cancellationToken) => queue.RunAsync(
        services => services.GetRequiredService<UnitOfWork>().RunAsync<StaffMember>(
            async () => await services.GetRequiredService<RestaurantDb>().Staff.SingleAsync(known => known.Id == account.Key),
            nameof(StaffMutations.SignIn),
            account,
            request: null),
        cancellationToken);
}
