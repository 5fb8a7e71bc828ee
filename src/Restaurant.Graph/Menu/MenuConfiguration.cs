using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Menu;

/// <summary>The tables of the menu.</summary>
internal sealed class MenuConfiguration :
    IEntityTypeConfiguration<Dish>,
    IEntityTypeConfiguration<DishSize>,
    IEntityTypeConfiguration<Category>,
    IEntityTypeConfiguration<DaypartMenu>,
    IEntityTypeConfiguration<ModifierGroup>,
    IEntityTypeConfiguration<Modifier>,
    IEntityTypeConfiguration<PriceRule>,
    IEntityTypeConfiguration<PriceWindow>,
    IEntityTypeConfiguration<Station>,
    IEntityTypeConfiguration<TaxGroup>,
    IEntityTypeConfiguration<MenuChanged>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Dish> builder)
    {
        builder.HasIndex(dish => dish.Key).IsUnique();
        builder.HasIndex(dish => new { dish.CategoryId, dish.Position });
        builder.HasOne(dish => dish.Category).WithMany(category => category.Dishes).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(dish => dish.Station).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(dish => dish.TaxGroup).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(dish => dish.ModifierGroups).WithMany();
        builder.HasMany(dish => dish.Sizes).WithOne().IsRequired();
        builder.Property(dish => dish.Version).IsConcurrencyToken();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DishSize> builder) => builder.ToTable("DishSizes");

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Category> builder) => builder.HasIndex(category => category.Key).IsUnique();

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DaypartMenu> builder)
    {
        builder.ToTable("Menus").HasIndex(menu => menu.Key).IsUnique();
        builder.HasMany(menu => menu.Categories).WithMany(category => category.Menus);
        builder.HasMany(menu => menu.Windows).WithOne().IsRequired();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ModifierGroup> builder)
    {
        builder.HasIndex(group => group.Key).IsUnique();
        builder.HasMany(group => group.Modifiers).WithOne().IsRequired();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Modifier> builder)
    {
        builder.ToTable("Modifiers");
        builder.HasOne(modifier => modifier.Station).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<PriceRule> builder)
    {
        builder.HasIndex(rule => rule.Key).IsUnique();
        builder.HasMany(rule => rule.Windows).WithOne().IsRequired();
        builder.HasOne(rule => rule.Category).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(rule => rule.Dish).WithMany().OnDelete(DeleteBehavior.Cascade);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<PriceWindow> builder) => builder.ToTable("PriceWindows");

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Station> builder) => builder.HasIndex(station => station.Key).IsUnique();

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<TaxGroup> builder) => builder.HasIndex(group => group.Key).IsUnique();

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<MenuChanged> builder)
    {
        builder.Metadata.SetDiscriminatorValue("MENU");
        builder.HasIndex(happened => happened.DishId).WherePresent();
        builder.HasOne(happened => happened.Dish).WithMany(dish => dish.Changes).OnDelete(DeleteBehavior.Restrict);

        // A modifier that has left the menu leaves nothing behind to be read.
        builder.HasIndex(happened => happened.ModifierId).WherePresent();
        builder.HasOne(happened => happened.Modifier).WithMany().OnDelete(DeleteBehavior.SetNull);
    }
}
