namespace Restaurant.Graph.Platform.Reading;

/// <summary>A row of a table: it has one integer key, which breaks every tie in an order.</summary>
public interface IRow
{
    /// <summary>The primary key, rising in the order of insertion.</summary>
    long Id { get; }
}

/// <summary>A row with a place of its own among its siblings.</summary>
public interface IPositioned
{
    /// <summary>The place, counted from 0.</summary>
    int Position { get; }
}
