using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Menu;

/// <summary>The table of translations: one for all kinds of things, each kind with its own foreign key, as events are stored.</summary>
internal sealed class TranslationConfiguration : IEntityTypeConfiguration<Translation>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Translation> builder)
    {
        builder.ToTable("Translations");
        builder.HasIndex(translation => translation.Language);
        Of(builder, translation => translation.Menu, menu => menu.Translations, translation => new { translation.MenuId, translation.Language });
        Of(builder, translation => translation.Category, category => category.Translations, translation => new { translation.CategoryId, translation.Language });
        Of(builder, translation => translation.Dish, dish => dish.Translations, translation => new { translation.DishId, translation.Language });
        Of(builder, translation => translation.ModifierGroup, group => group.Translations, translation => new { translation.ModifierGroupId, translation.Language });
        Of(builder, translation => translation.Modifier, modifier => modifier.Translations, translation => new { translation.ModifierId, translation.Language });
        Of(builder, translation => translation.DishSize, size => size.Translations, translation => new { translation.DishSizeId, translation.Language });
        Of(builder, translation => translation.PriceRule, rule => rule.Translations, translation => new { translation.PriceRuleId, translation.Language });
    }

    private static void Of<T>(
        EntityTypeBuilder<Translation> builder,
        Expression<Func<Translation, T?>> of,
        Expression<Func<T, IEnumerable<Translation>?>> list,
        Expression<Func<Translation, object?>> key)
        where T : class
    {
        builder.HasOne(of).WithMany(list).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(key).IsUnique().WherePresent();
    }
}
