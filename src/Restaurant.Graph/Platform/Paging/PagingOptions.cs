using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Paging;

/// <summary>How many rows a page of a connection may have.</summary>
public sealed class PagingOptions
{
    /// <summary>The rows of a page whose size nobody asked for.</summary>
    [Range(1, 1000)]
    public int DefaultPageSize { get; init; } = 10;

    /// <summary>The most rows a page may be asked to have.</summary>
    [Range(1, 1000)]
    public int MaxPageSize { get; init; } = 50;
}
