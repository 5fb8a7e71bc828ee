using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Inventory;

/// <summary>The tables of the store room.</summary>
internal sealed class InventoryConfiguration :
    IEntityTypeConfiguration<Ingredient>,
    IEntityTypeConfiguration<StockMovement>,
    IEntityTypeConfiguration<RecipeItem>,
    IEntityTypeConfiguration<ModifierRecipeItem>,
    IEntityTypeConfiguration<StockChanged>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Ingredient> builder)
    {
        // The last word, should the code ever be wrong: the store takes no stock that is not there.
        builder.ToTable("Ingredients", static table => table.HasCheckConstraint("CK_Ingredients_Stock", """ "Reserved" >= 0 AND "OnHand" >= "Reserved" """));
        builder.HasIndex(ingredient => ingredient.Key).IsUnique();
        builder.Property(ingredient => ingredient.Version).IsConcurrencyToken();
        builder.HasMany(ingredient => ingredient.Movements).WithOne(movement => movement.Ingredient).HasForeignKey("IngredientId").IsRequired();
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

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ModifierRecipeItem> builder)
    {
        builder.ToTable("ModifierRecipeItems");
        builder.HasOne(item => item.Modifier).WithMany();
        builder.HasOne(item => item.Ingredient).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StockChanged> builder)
    {
        builder.Metadata.SetDiscriminatorValue("STOCK");
        builder.HasIndex(happened => happened.IngredientId).WherePresent();
        builder.HasOne(happened => happened.Ingredient).WithMany(ingredient => ingredient.Changes).OnDelete(DeleteBehavior.Restrict);
        builder.Property(happened => happened.Cause).HasColumnName("StockCause");
    }
}
