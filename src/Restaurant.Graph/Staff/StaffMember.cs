using GraphQL;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Staff;

/// <summary>What somebody who works here is.</summary>
public enum StaffRole
{
    /// <summary>Looks after guests.</summary>
    Waiter,

    /// <summary>Cooks.</summary>
    Cook,

    /// <summary>Looks after everything.</summary>
    Manager,
}

/// <summary>Somebody who works here. They sign in with their name and a secret, which is stored as a hash.</summary>
public sealed class StaffMember : INode
{
    private StaffRole _role;

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The name, which nobody else here has.</summary>
    public required string Name { get; init; }

    /// <summary>What they are.</summary>
    public required StaffRole Role
    {
        get => _role;
        init => _role = value;
    }

    /// <summary>The hash of the secret.</summary>
    [Ignore]
    public string SecretHash { get; private set; } = "";

    /// <summary>Which of the rights they were given one after the other is good: a token carries its number.</summary>
    [Ignore]
    public int Stamp { get; private set; } = 1;

    /// <summary>Always null: failed sign-ins slow down those who try, and lock no name.</summary>
    [Obsolete("Names are not locked any more. Removed after 2027-11-30. Use `auditEntries` for failed sign-ins.")]
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Whether they no longer work here; what they have done stays.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Gives them a secret. What they were signed in with before is good no more.</summary>
    internal StaffMember SetSecret(string hash)
    {
        SecretHash = hash;
        Stamp++;
        return this;
    }

    /// <summary>Makes them something else. What they were signed in with before is good no more.</summary>
    internal void Become(StaffRole role)
    {
        _role = role;
        Stamp++;
    }

    /// <summary>Lets them work here again, under the name under which their deeds are written down. What they were signed in with before stays ended.</summary>
    internal void Return(StaffRole role, string hash)
    {
        (IsRetired, _role) = (false, role);
        SetSecret(hash);
    }

    /// <summary>Ends their working here, and with it their right.</summary>
    internal void Retire()
    {
        IsRetired = true;
        Stamp++;
    }
}
