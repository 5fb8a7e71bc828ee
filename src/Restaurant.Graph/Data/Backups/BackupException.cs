namespace Restaurant.Graph.Data.Backups;

/// <summary>Reason why a back-up was not made, in one line for the operator.</summary>
internal sealed class BackupException(string message) : Exception(message);
