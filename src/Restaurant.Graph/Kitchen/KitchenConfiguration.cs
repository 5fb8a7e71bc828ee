using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Kitchen;

/// <summary>The tables of the kitchen.</summary>
internal sealed class KitchenConfiguration :
    IEntityTypeConfiguration<Ticket>,
    IEntityTypeConfiguration<TicketChanged>,
    IEntityTypeConfiguration<StationLoad>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.HasIndex(ticket => new { ticket.StationId, ticket.Status });
        builder.HasIndex(ticket => new { ticket.Status, ticket.QueuedAt });
        builder.HasIndex(ticket => ticket.DueAt).WherePresent();
        builder.HasIndex(ticket => ticket.QueuedAt);
        builder.Property(ticket => ticket.Version).IsConcurrencyToken();
        builder.HasOne(ticket => ticket.Order).WithMany();
        builder.HasOne(ticket => ticket.Station).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(ticket => ticket.Lines).WithMany();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StationLoad> builder)
    {
        builder.ToTable("StationLoads").HasKey(load => load.StationId);
        builder.Property(load => load.StationId).ValueGeneratedNever();
        builder.HasOne<Station>().WithOne().HasForeignKey<StationLoad>(load => load.StationId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<TicketChanged> builder)
    {
        builder.Metadata.SetDiscriminatorValue("TICKET");
        builder.HasOne(happened => happened.Ticket).WithMany(ticket => ticket.Changes);
        builder.HasOne(happened => happened.Station).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(happened => happened.TicketId).WherePresent();
        builder.HasIndex(happened => happened.StationId).WherePresent();
        builder.Property(happened => happened.Status).HasColumnName("TicketStatus");
        builder.Property(happened => happened.PreviousStatus).HasColumnName("PreviousTicketStatus");
    }
}
