using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Data;

/// <summary>The store in a database of PostgreSQL.</summary>
public sealed class PostgreSqlDb(DbContextOptions<PostgreSqlDb> options) : RestaurantDb(options);
