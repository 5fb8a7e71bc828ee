using System.Security.Cryptography;
using System.Text.Json;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Mutations;

/// <summary>An input that a client may send again without its being done again.</summary>
public interface IIdempotentInput
{
    /// <summary>A key that the client chooses anew for each thing it wants done, and keeps when it tries again.</summary>
    Guid IdempotencyKey { get; }
}

/// <summary>A request that may have been made before.</summary>
/// <param name="Key">The key that the client chose.</param>
/// <param name="Fingerprint">A hash of the mutation, of who asks for it, and of all of its input.</param>
public sealed record IdempotentRequest(Guid Key, string Fingerprint)
{
    /// <summary>The request that an input makes.</summary>
    public static IdempotentRequest Of(string mutation, Viewer viewer, IIdempotentInput input) => new(
        input.IdempotencyKey,
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<object[]>([mutation, viewer.Subject, input]))));

    private const string FindText = """SELECT "Fingerprint", "SubjectId" FROM "Idempotency" WHERE "Key" = ?""";

    /// <summary>What it was that was done for the key; null if nothing was.</summary>
    internal async ValueTask<(string Fingerprint, long SubjectId)?> FindAsync(WriteConnection connection) =>
        await connection.FirstAsync(FindText, Key) is [string fingerprint, long subject] ? (fingerprint, subject) : null;

    /// <summary>The record of its having been done.</summary>
    internal IdempotencyRecord DoneTo(long subject, DateTimeOffset now) =>
        new() { Key = Key, Fingerprint = Fingerprint, SubjectId = subject, CreatedAt = now };
}

/// <summary>The idempotency key was used before, with another input.</summary>
public sealed record IdempotencyKeyReusedError : MutationError;

/// <summary>What was done for a key, so that it is not done again.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>The key that the client chose.</summary>
    public required Guid Key { get; init; }

    /// <summary>A hash of the mutation and its input.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The row that was made or changed.</summary>
    public required long SubjectId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
