using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>Kinds of index.</summary>
internal static class Indexes
{
    /// <summary>
    /// Leaves out rows that have nothing in the first column: in a table of several kinds of row that is most of them, and each index costs a write
    /// for every row that it has.
    /// </summary>
    public static void WherePresent(this IndexBuilder index) =>
        index.HasFilter($"\"{index.Metadata.Properties[0].Name}\" IS NOT NULL");
}
