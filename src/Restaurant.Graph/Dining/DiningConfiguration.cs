using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Graph.Dining;

/// <summary>The tables of the dining rooms.</summary>
internal sealed class DiningConfiguration : IEntityTypeConfiguration<DiningTable>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DiningTable> builder) => builder.ToTable("Tables").HasIndex(table => table.Code).IsUnique();
}
