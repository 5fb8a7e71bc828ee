namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>A number that changes whenever anything in the store does, whoever changed it.</summary>
internal abstract class StoreVersion
{
    /// <summary>
    /// The number now. What is read after this was asked, and is remembered with it, is up to date for as long as it stays the same.
    /// </summary>
    /// <exception cref="ReadLimitError">The store does not answer in the time that reading may take.</exception>
    public abstract ValueTask<long> NowAsync();
}
