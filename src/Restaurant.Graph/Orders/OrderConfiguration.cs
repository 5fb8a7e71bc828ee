using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Orders;

/// <summary>The tables of orders.</summary>
internal sealed class OrderConfiguration :
    IEntityTypeConfiguration<Order>,
    IEntityTypeConfiguration<OrderLine>,
    IEntityTypeConfiguration<OrderLineModifier>,
    IEntityTypeConfiguration<LineIngredient>,
    IEntityTypeConfiguration<OrderChanged>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.HasIndex(order => order.Number).IsUnique();
        builder.HasIndex(order => new { order.Status, order.PlacedAt });
        builder.HasIndex(order => order.PlacedAt);
        builder.Property(order => order.Version).IsConcurrencyToken();
        builder.HasMany(order => order.Lines).WithOne(line => line.Order).HasForeignKey("OrderId").IsRequired();
        builder.HasIndex(order => order.TableId).WherePresent();
        builder.HasIndex(order => order.VisitId).WherePresent();
        builder.HasIndex(order => order.OrderedById).WherePresent();
        builder.HasOne(order => order.OrderedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(order => order.Visit).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(order => order.Table).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.ToTable("OrderLines");
        builder.HasIndex(line => line.VoidedAt).WherePresent();
        builder.HasOne(line => line.Dish).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(line => line.Modifiers).WithOne(chosen => chosen.Line).HasForeignKey("OrderLineId").IsRequired();
        builder.HasMany(line => line.Ingredients).WithOne().IsRequired();

        // A line must not move without them.
        builder.Navigation(line => line.Ingredients).AutoInclude();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<LineIngredient> builder)
    {
        builder.ToTable("OrderLineIngredients");
        builder.HasOne(taken => taken.Ingredient).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(taken => taken.Ingredient).AutoInclude();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<OrderLineModifier> builder)
    {
        builder.ToTable("OrderLineModifiers");
        builder.HasOne(chosen => chosen.Modifier).WithMany().OnDelete(DeleteBehavior.SetNull);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<OrderChanged> builder)
    {
        builder.Metadata.SetDiscriminatorValue("ORDER");
        builder.HasOne(happened => happened.Order).WithMany(order => order.History);
        builder.HasIndex(happened => new { happened.OrderId, happened.Version }).IsUnique().WherePresent();
        builder.Property(happened => happened.Status).HasColumnName("OrderStatus");
        builder.Property(happened => happened.PreviousStatus).HasColumnName("PreviousOrderStatus");
        builder.Property(happened => happened.Version).HasColumnName("OrderVersion");
        builder.Property(happened => happened.Change).HasColumnName("OrderChange");
    }
}
