using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Graph.Inventory;

/// <summary>The tables of the store room.</summary>
internal sealed class InventoryConfiguration :
    IEntityTypeConfiguration<Ingredient>, IEntityTypeConfiguration<StockMovement>, IEntityTypeConfiguration<RecipeItem>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Ingredient> builder)
    {
        // The last word, should the code ever be wrong: the store takes no stock that is not there.
        builder.ToTable("Ingredients", static table => table.HasCheckConstraint("CK_Ingredients_Stock", """ "Reserved" >= 0 AND "OnHand" >= "Reserved" """));
        builder.HasIndex(ingredient => ingredient.Key).IsUnique();
        builder.Property(ingredient => ingredient.Version).IsConcurrencyToken();
        builder.HasMany(ingredient => ingredient.Movements).WithOne().IsRequired();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StockMovement> builder)
    {
        builder.ToTable("StockMovements");

        // Waste is what is looked for by its time; the rest would pay for the index with each write and never use it.
        builder.HasIndex(movement => movement.OccurredAt).HasFilter(""" "Kind" = 'WASTE' """.Trim());
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<RecipeItem> builder)
    {
        builder.ToTable("RecipeItems");
        builder.HasOne(item => item.Dish).WithMany();
        builder.HasOne(item => item.Ingredient).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
