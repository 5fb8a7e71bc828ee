using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Restaurant.Bench.Contenders.EntityFramework;

/// <summary>The product's tables, as far as placing orders goes.</summary>
internal sealed class OrdersDb(DbContextOptions<OrdersDb> options) : DbContext(options)
{
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public DbSet<Dish> Dishes => Set<Dish>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderChanged> Events => Set<OrderChanged>();

    public DbSet<IdempotencyRecord> Records => Set<IdempotencyRecord>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantConverter>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TaxGroup>().ToTable("TaxGroups");
        modelBuilder.Entity<Order>().HasMany(order => order.Lines).WithOne().HasForeignKey("OrderId").IsRequired();
        modelBuilder.Entity<OrderLine>().ToTable("OrderLines");
        modelBuilder.Entity<OrderChanged>().ToTable("Events").HasKey(happened => happened.Number);
        modelBuilder.Entity<OrderChanged>().HasOne(happened => happened.Order).WithMany().HasForeignKey("OrderId");
        modelBuilder.Entity<IdempotencyRecord>().ToTable("Idempotency").HasKey(record => record.Key);
        modelBuilder.Entity<IdempotencyRecord>().Property(record => record.Key).ValueGeneratedNever();
        modelBuilder.Entity<IdempotencyRecord>().HasOne(record => record.Subject).WithMany().HasForeignKey("SubjectId");
    }

    private sealed class InstantConverter() : ValueConverter<DateTime, string>(
        value => value.ToString(InstantForm, CultureInfo.InvariantCulture),
        text => DateTime.ParseExact(text, InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));
}
