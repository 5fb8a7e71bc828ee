using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Graph.Kitchen;

/// <summary>The tables of the kitchen.</summary>
internal sealed class KitchenConfiguration : IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<TicketChanged>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.HasIndex(ticket => new { ticket.StationId, ticket.Status });
        builder.Property(ticket => ticket.Version).IsConcurrencyToken();
        builder.HasOne(ticket => ticket.Order).WithMany();
        builder.HasOne(ticket => ticket.Station).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(ticket => ticket.Lines).WithMany();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<TicketChanged> builder)
    {
        builder.HasDiscriminator().HasValue("TICKET");
        builder.HasOne(happened => happened.Ticket).WithMany(ticket => ticket.Changes);
        builder.HasOne(happened => happened.Station).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.Property(happened => happened.Status).HasColumnName("TicketStatus");
        builder.Property(happened => happened.PreviousStatus).HasColumnName("PreviousTicketStatus");
    }
}
