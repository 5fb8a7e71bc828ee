using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Restaurant.Graph.Platform.Writing.Sqlite;

/// <summary>Sets up how contexts save.</summary>
public static class WritingExtensions
{
    /// <summary>Lets contexts of the <see cref="WriteQueue"/> save by prepared statements; see <see cref="DirectDatabase"/>.</summary>
    public static DbContextOptionsBuilder UseDirectWrites(this DbContextOptionsBuilder options) => options.ReplaceService<IDatabase, DirectDatabase>();
}
