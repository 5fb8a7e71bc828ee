namespace Restaurant.Graph.Data.Copying;

/// <summary>How far a copy has come.</summary>
/// <param name="Phase">What is done.</param>
/// <param name="Table">To which table.</param>
/// <param name="Rows">How many of its rows are done.</param>
/// <param name="Total">How many there are.</param>
internal readonly record struct CopyStep(CopyPhase Phase, string Table, long Rows, long Total)
{
    /// <summary>Whether that table is copied.</summary>
    public bool IsCopied => Phase != CopyPhase.Checking && Rows == Total;
}

/// <summary>What is done to a table.</summary>
internal enum CopyPhase
{
    /// <summary>What was copied before is compared with what the source holds now.</summary>
    Resuming,

    /// <summary>Rows are copied.</summary>
    Copying,

    /// <summary>What the target holds is read and compared.</summary>
    Checking,
}

/// <summary>What a table holds, or what of it is copied.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Hash">The hash of their values, in the order of their keys.</param>
/// <param name="Replaced">How many characters in them the target could not take.</param>
internal sealed record CopiedTable(string Name, long Rows, string Hash, long Replaced);
