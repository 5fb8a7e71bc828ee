using GraphQL.Execution;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>A document that was asked for by an id under which there is none. The messages of the automatic ones are Apollo's protocol.</summary>
internal sealed class PersistedDocumentError : RequestError
{
    private PersistedDocumentError(string code, string message)
        : base(message) => Code = code;

    /// <summary>The client is to send the document along, once.</summary>
    public static PersistedDocumentError NotFound() => new("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");

    public static PersistedDocumentError NotSupported() => new("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");

    public static PersistedDocumentError WrongHash() => new("PERSISTED_QUERY_HASH_MISMATCH", "The sha256Hash is not that of the query.");

    public static PersistedDocumentError Unknown() => new("PERSISTED_DOCUMENT_UNKNOWN", "There is no document with this id.");

    public static PersistedDocumentError OnlyTrusted() => new("PERSISTED_DOCUMENT_REQUIRED", "Only trusted documents are executed here: send a documentId.");
}
