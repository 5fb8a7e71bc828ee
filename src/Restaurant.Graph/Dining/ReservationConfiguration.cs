using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Dining;

/// <summary>The tables of the reservation book.</summary>
internal sealed class ReservationConfiguration : IEntityTypeConfiguration<Reservation>, IEntityTypeConfiguration<ReservationChanged>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Reservation> builder)
    {
        builder.ToTable("Reservations").HasIndex(reservation => new { reservation.Status, reservation.StartsAt });
        builder.HasIndex(reservation => reservation.CodeHash).IsUnique();
        builder.HasIndex(reservation => reservation.NetworkHash).WherePresent();
        builder.HasIndex(reservation => reservation.TableId).WherePresent();
        builder.Property(reservation => reservation.Version).IsConcurrencyToken();
        builder.HasOne(reservation => reservation.Table).WithMany(table => table.Reservations).OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ReservationChanged> builder)
    {
        builder.Metadata.SetDiscriminatorValue("RESERVATION");
        builder.HasOne(happened => happened.Reservation).WithMany(reservation => reservation.Changes);
        builder.HasIndex(happened => happened.ReservationId).WherePresent();
        builder.Property(happened => happened.Status).HasColumnName("ReservationStatus");
        builder.Property(happened => happened.PreviousStatus).HasColumnName("PreviousReservationStatus");
    }
}
