using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Restaurant.Bench.Contenders.AdoNet.Orders;

/// <summary>The connection that writes, with all the commands that it takes to place an order.</summary>
internal sealed class OrderStore
{
    private readonly SqliteConnection _connection;
    private readonly Dishes _dishes;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _lastNumber;
    private readonly KnownKeys _keys;
    private readonly Insert _order;
    private readonly Insert _line;
    private readonly Insert _event;
    private readonly Insert _key;
    private long _number;

    public OrderStore(string database)
    {
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, ForeignKeys = true }.ToString());
        _connection.Open();
        using (var full = _connection.Prepare("PRAGMA synchronous = FULL"))
        {
            full.ExecuteNonQuery();
        }

        _dishes = new Dishes(_connection);
        _begin = _connection.Prepare("BEGIN IMMEDIATE");
        _commit = _connection.Prepare("COMMIT");
        _rollback = _connection.Prepare("ROLLBACK");
        _lastNumber = _connection.Prepare("""SELECT COALESCE(MAX("Number"), 0) FROM "Orders" """);
        _keys = new KnownKeys(_connection);
        _order = new Insert(_connection, "Orders", "Number", "Type", "Status", "PlacedAt", "Version", "Subtotal", "Tax", "Total");
        _line = new Insert(
            _connection, "OrderLines", "DishId", "DishName", "Quantity", "Status", "TaxBasisPoints", "OrderId", "LineTotal", "UnitPrice");
        _event = new Insert(_connection, "Events", "OccurredAt", "Kind", "OrderId", "OrderStatus", "OrderVersion");
        _key = new Insert(_connection, "Idempotency", "Key", "Fingerprint", "SubjectId", "CreatedAt");
    }

    /// <summary>Begins a transaction. Nobody else writes until its end, so the last number is asked for once.</summary>
    public void Begin()
    {
        _begin.ExecuteNonQuery();
        _number = Convert.ToInt64(_lastNumber.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Makes it durable.</summary>
    public void Commit() => _commit.ExecuteNonQuery();

    /// <summary>Undoes it, if the engine has not.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _rollback.ExecuteNonQuery();
        }
    }

    /// <summary>Places an order in the transaction, unless it was placed before.</summary>
    public Placed Place(OrderRequest request)
    {
        if (_keys.Find(request) is { } before)
        {
            return before;
        }

        var (lines, error) = _dishes.Check(request);
        if (error is not null)
        {
            return Placed.Not(error);
        }

        var now = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var subtotal = lines.Sum(static line => line.Total);
        var tax = Tax.Of(lines.Select(static line => (line.Dish.BasisPoints, line.Total)));
        var order = _order.Run(++_number, request.Type, "PLACED", now, 1L, subtotal, tax, subtotal + tax);
        foreach (var line in lines)
        {
            _line.Run(line.Dish.Id, line.Dish.Name, line.Quantity, "NEW", line.Dish.BasisPoints, order, line.Total, line.Dish.Price);
        }

        var number = _event.Run(now, "ORDER", order, "PLACED", 1L);
        _key.Run(request.Key, request.Fingerprint, order, now);
        return new Placed(order, _number, "PLACED", 1, subtotal + tax) { Event = number };
    }
}
