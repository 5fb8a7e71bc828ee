using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Data;

/// <summary>The store in a file of SQLite.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : RestaurantDb(options);
