using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Kitchen;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Payments;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Staff;

namespace Restaurant.Graph.Data;

/// <summary>The store of the restaurant, whatever database it is in: each has a context, and migrations, of its own.</summary>
public abstract class RestaurantDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The menus.</summary>
    public DbSet<DaypartMenu> Menus => Set<DaypartMenu>();

    /// <summary>The parts of menus.</summary>
    public DbSet<Category> Categories => Set<Category>();

    /// <summary>The dishes, those that have left the menu as well.</summary>
    public DbSet<Dish> Dishes => Set<Dish>();

    /// <summary>What dishes are found by.</summary>
    internal DbSet<DishText> DishTexts => Set<DishText>();

    /// <summary>The choices that come with dishes.</summary>
    public DbSet<ModifierGroup> ModifierGroups => Set<ModifierGroup>();

    /// <summary>What there is to choose from in them.</summary>
    public DbSet<Modifier> Modifiers => Set<Modifier>();

    /// <summary>The other prices in a part of the day.</summary>
    public DbSet<PriceRule> PriceRules => Set<PriceRule>();

    /// <summary>The stations of the kitchen.</summary>
    public DbSet<Station> Stations => Set<Station>();

    /// <summary>The rates of tax.</summary>
    public DbSet<TaxGroup> TaxGroups => Set<TaxGroup>();

    /// <summary>What dishes are made of.</summary>
    public DbSet<Ingredient> Ingredients => Set<Ingredient>();

    /// <summary>How much of it.</summary>
    public DbSet<RecipeItem> RecipeItems => Set<RecipeItem>();

    /// <summary>The parts of the house where tables stand.</summary>
    public DbSet<Area> Areas => Set<Area>();

    /// <summary>How much of it modifiers add.</summary>
    public DbSet<ModifierRecipeItem> ModifierRecipeItems => Set<ModifierRecipeItem>();

    /// <summary>What has come and gone of it.</summary>
    public DbSet<StockMovement> StockMovements => Set<StockMovement>();

    /// <summary>The events of the store room.</summary>
    public DbSet<StockChanged> StockChanges => Set<StockChanged>();

    /// <summary>The tables.</summary>
    public DbSet<DiningTable> Tables => Set<DiningTable>();

    /// <summary>What the QR codes on tables hold.</summary>
    public DbSet<TableCode> TableCodes => Set<TableCode>();

    /// <summary>The visits of guests.</summary>
    public DbSet<Visit> Visits => Set<Visit>();

    /// <summary>The reservations.</summary>
    public DbSet<Reservation> Reservations => Set<Reservation>();

    /// <summary>Those who work here.</summary>
    public DbSet<StaffMember> Staff => Set<StaffMember>();

    /// <summary>What they have done.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The orders.</summary>
    public DbSet<Order> Orders => Set<Order>();

    /// <summary>The tickets of the kitchen.</summary>
    public DbSet<Ticket> Tickets => Set<Ticket>();

    /// <summary>The work that waits at each station of the kitchen.</summary>
    internal DbSet<StationLoad> StationLoads => Set<StationLoad>();

    /// <summary>The payments.</summary>
    public DbSet<Payment> Payments => Set<Payment>();

    /// <summary>The events of the menu.</summary>
    public DbSet<MenuChanged> MenuChanges => Set<MenuChanged>();

    /// <summary>The events of orders.</summary>
    public DbSet<OrderChanged> OrderChanges => Set<OrderChanged>();

    /// <summary>The events of tickets.</summary>
    public DbSet<TicketChanged> TicketChanges => Set<TicketChanged>();

    /// <summary>The events of tables.</summary>
    public DbSet<TableChanged> TableChanges => Set<TableChanged>();

    /// <summary>The events of visits.</summary>
    public DbSet<VisitChanged> VisitChanges => Set<VisitChanged>();

    /// <summary>The events of reservations.</summary>
    public DbSet<ReservationChanged> ReservationChanges => Set<ReservationChanged>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RestaurantDb).Assembly);
        StorageConventions.Apply(modelBuilder, Database.IsNpgsql() ? DatabaseProvider.PostgreSql : DatabaseProvider.Sqlite);
    }
}
