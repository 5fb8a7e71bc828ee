using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>The table of requests that were done.</summary>
internal sealed class IdempotencyConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("Idempotency").HasKey(record => record.Key);
        builder.HasIndex(record => record.CreatedAt);
    }
}
