using Microsoft.Data.Sqlite;

namespace Restaurant.Bench.Contenders.AdoNet.Orders;

/// <summary>The idempotency keys that were used before.</summary>
internal sealed class KnownKeys
{
    private readonly SqliteCommand _find;
    private readonly SqliteParameter _key = new("@key", SqliteType.Text);

    public KnownKeys(SqliteConnection connection) => _find = connection.Prepare(
        """
        SELECT i."Fingerprint", o."Id", o."Number", o."Status", o."Version", o."Total"
        FROM "Idempotency" AS i INNER JOIN "Orders" AS o ON o."Id" = i."SubjectId" WHERE i."Key" = @key
        """,
        _key);

    /// <summary>What came of the same request before; null if there was none.</summary>
    public Placed? Find(OrderRequest request)
    {
        _key.Value = request.Key;
        using var found = _find.ExecuteReader();
        return !found.Read() ? null
            : string.Equals(found.GetString(0), request.Fingerprint, StringComparison.Ordinal)
                ? new Placed(found.GetInt64(1), found.GetInt64(2), found.GetString(3), found.GetInt64(4), found.GetInt64(5))
                : Placed.Not("IdempotencyKeyReusedError");
    }
}
