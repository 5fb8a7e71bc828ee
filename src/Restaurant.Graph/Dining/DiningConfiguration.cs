using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Dining;

/// <summary>The tables of the dining rooms.</summary>
internal sealed class DiningConfiguration :
    IEntityTypeConfiguration<Area>,
    IEntityTypeConfiguration<DiningTable>,
    IEntityTypeConfiguration<TableCode>,
    IEntityTypeConfiguration<TableChanged>,
    IEntityTypeConfiguration<Visit>,
    IEntityTypeConfiguration<VisitChanged>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Area> builder) => builder.ToTable("Areas").HasIndex(area => area.Name).IsUnique();

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DiningTable> builder)
    {
        builder.ToTable("Tables").HasIndex(table => table.Code).IsUnique();
        builder.Property(table => table.Version).IsConcurrencyToken();
        builder.HasOne(table => table.Area).WithMany(area => area.Tables).OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<TableCode> builder)
    {
        builder.ToTable("TableCodes").HasIndex(code => code.Code).IsUnique();
        builder.HasOne(code => code.Table).WithOne(table => table.Pass).HasForeignKey<TableCode>(code => code.TableId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<TableChanged> builder)
    {
        builder.Metadata.SetDiscriminatorValue("TABLE");
        builder.HasOne(happened => happened.Table).WithMany(table => table.Changes);
        builder.HasIndex(happened => happened.TableId).WherePresent();
        builder.Property(happened => happened.Status).HasColumnName("TableStatus");
        builder.Property(happened => happened.PreviousStatus).HasColumnName("PreviousTableStatus");
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("Visits").HasIndex(visit => visit.TableId).WherePresent();

        // The last word, should the code ever be wrong: no two parties sit at one table.
        builder.HasIndex(visit => visit.TableId, "IX_Visits_OpenTableId").IsUnique().HasFilter("\"TableId\" IS NOT NULL AND \"ClosedAt\" IS NULL");
        builder.HasIndex(visit => visit.MergedIntoId).WherePresent();
        builder.HasIndex(visit => visit.ReservationId).WherePresent();
        builder.Property(visit => visit.Version).IsConcurrencyToken();
        builder.HasOne(visit => visit.Table).WithMany(table => table.Visits).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(visit => visit.Reservation).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(visit => visit.MergedInto).WithMany(visit => visit.Merged).OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<VisitChanged> builder)
    {
        builder.Metadata.SetDiscriminatorValue("VISIT");
        builder.HasOne(happened => happened.Visit).WithMany(visit => visit.Changes);
        builder.HasIndex(happened => happened.VisitId).WherePresent();
    }
}
