using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Graph.Platform.Events;

/// <summary>The event log: one table for all kinds of event, numbered without ever using a number again.</summary>
internal sealed class EventConfiguration : IEntityTypeConfiguration<Event>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.ToTable("Events").HasDiscriminator<string>("Kind");
        builder.Property(happened => happened.Id).HasColumnName("Number");
        builder.Property<string>("Kind").HasMaxLength(40);
        builder.HasIndex("Kind", nameof(Event.Id));
    }
}
