using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Writing.PostgreSql;

/// <summary>Finds out what became of a transaction whose connection was lost in its commit.</summary>
internal static class CommitOutcome
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks another connection, until the database answers or patience ends.</summary>
    /// <param name="db">The context whose connection was lost.</param>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="patience">How long to ask.</param>
    public static async ValueTask<Undone> OfAsync(DbContext db, string transactionId, TimeSpan patience)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < patience; await Task.Delay(BetweenLooks))
        {
            try
            {
                await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
                await connection.OpenAsync();
                await using var command = new NpgsqlCommand($"SELECT pg_xact_status('{transactionId}'::xid8)", connection);
                if (await command.ExecuteScalarAsync() is string status and not "in progress")
                {
                    return string.Equals(status, "committed", StringComparison.Ordinal) ? Undone.NotAtAll : Undone.ToBeTriedAgain;
                }
            }
            catch (NpgsqlException fault) when (PostgreSqlFaults.IsPassing(fault))
            {
                // It is being started again, maybe.
            }
            catch (NpgsqlException)
            {
                // It answers, and cannot say: it is another server that has never seen the transaction, or lets nobody in any more.
                return Undone.Unknown;
            }
        }

        return Undone.Unknown;
    }
}
