using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Dining;

/// <summary>The tables of the dining rooms.</summary>
internal sealed class DiningConfiguration : IEntityTypeConfiguration<DiningTable>, IEntityTypeConfiguration<TableCode>, IEntityTypeConfiguration<Visit>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DiningTable> builder) => builder.ToTable("Tables").HasIndex(table => table.Code).IsUnique();

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<TableCode> builder)
    {
        builder.ToTable("TableCodes").HasIndex(code => code.Code).IsUnique();
        builder.HasOne(code => code.Table).WithOne(table => table.Pass).HasForeignKey<TableCode>(code => code.TableId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("Visits").HasIndex(visit => visit.TableId).WherePresent();
        builder.HasOne(visit => visit.Table).WithMany(table => table.Visits).OnDelete(DeleteBehavior.Restrict);
    }
}
