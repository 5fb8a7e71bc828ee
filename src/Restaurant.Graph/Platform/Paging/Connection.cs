namespace Restaurant.Graph.Platform.Paging;

/// <summary>A page of rows, as read.</summary>
internal sealed record Connection(IReadOnlyList<Edge> Edges, PageInfo PageInfo, int TotalCount);

/// <summary>A row and its place in the order.</summary>
internal sealed record Edge(string Cursor, object Node);

/// <summary>Where a page lies in its list.</summary>
internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
