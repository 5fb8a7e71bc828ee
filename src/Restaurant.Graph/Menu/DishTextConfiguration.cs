using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Graph.Menu;

/// <summary>The index of texts, a table of FTS5 (https://www.sqlite.org/fts5.html), and the functions that it is asked by.</summary>
internal sealed class DishTextConfiguration : IEntityTypeConfiguration<DishText>
{
    private const string Table = "DishTexts";

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<DishText> builder)
    {
        // A view to EF Core, whose migrations know no virtual tables.
        builder.ToView(Table);
        builder.Property(text => text.Id).HasColumnName("rowid");
        builder.Property(text => text.All).HasColumnName(Table);
        Declare(builder, nameof(Fts5.Match));
        Declare(builder, nameof(Fts5.Replace));
    }

    private static void Declare(EntityTypeBuilder builder, string function)
    {
        var declared = builder.Metadata.Model.AddDbFunction(typeof(Fts5).GetMethod(function)!);
        declared.Name = function.ToLowerInvariant();
        declared.IsBuiltIn = true;
    }
}
