using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Staff;

/// <summary>Who sees what of the staff.</summary>
internal sealed class StaffVisibility : IVisibility
{
    /// <inheritdoc />
    public void Declare(VisibilityRules rules)
    {
        rules.Of<StaffMember>().To(Roles.Manager);
        rules.Of<AuditEntry>().To(Roles.Manager);
    }
}
