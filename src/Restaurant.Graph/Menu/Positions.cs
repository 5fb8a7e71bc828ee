using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Menu;

/// <summary>The places of rows among their siblings.</summary>
internal static class Positions
{
    /// <summary>The place behind the last.</summary>
    public static async Task<int> NextPositionAsync<T>(this IQueryable<T> rows)
        where T : class, IPositioned => await rows.MaxAsync(static row => (int?)row.Position) + 1 ?? 0;
}
