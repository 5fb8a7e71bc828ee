using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>An open connection with its prepared commands, used by one request at a time.</summary>
internal sealed class Session
{
    private readonly JsonBytes _json = new();
    private readonly MenuQuery _menu;
    private readonly DishQuery _dish;
    private readonly PageQuery _page;
    private readonly DeepQuery _deep;
    private readonly OrdersQuery _orders;

    public Session(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        _menu = new MenuQuery(connection);
        _dish = new DishQuery(connection);
        _page = new PageQuery(connection);
        _deep = new DeepQuery(connection);
        _orders = new OrdersQuery(connection);
    }

    /// <summary>The answer, good until the next request; empty for what is not known.</summary>
    public ReadOnlySpan<byte> Answer(Request request)
    {
        _json.Clear();
        switch (request.Operation)
        {
            case Operations.Menu:
                _menu.Write(_json);
                break;
            case Operations.Dish:
                _dish.Write(_json, request);
                break;
            case Operations.Page:
                _page.Write(_json, request);
                break;
            case Operations.Deep:
                _deep.Write(_json);
                break;
            case Operations.Orders:
                _orders.Write(_json, request);
                break;
        }

        return _json.Written;
    }
}
