using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Graph.Staff;

/// <summary>The table of the staff.</summary>
internal sealed class StaffConfiguration : IEntityTypeConfiguration<StaffMember>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StaffMember> builder) => builder.ToTable("Staff").HasIndex(member => member.Name).IsUnique();
}
