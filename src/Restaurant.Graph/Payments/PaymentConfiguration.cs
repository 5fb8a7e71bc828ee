using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Graph.Payments;

/// <summary>The tables of payments.</summary>
internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<Refund>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        // The last word, should the code ever be wrong: never is more paid back than was paid.
        builder.ToTable("Payments", static table => table.HasCheckConstraint("CK_Payments_Refunded", """ "Refunded" >= 0 AND "Refunded" <= "Amount" """));
        builder.HasIndex(payment => payment.CapturedAt);
        builder.HasOne(payment => payment.Order).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(payment => payment.Refunds).WithOne().IsRequired();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("Refunds");
        builder.HasIndex(refund => refund.CreatedAt);
    }
}
