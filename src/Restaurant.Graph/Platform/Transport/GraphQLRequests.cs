using GraphQL.Transport;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Questions about requests.</summary>
internal static class GraphQLRequests
{
    /// <summary>Whether a request has a document: as text, by its id or by its hash.</summary>
    public static bool HasDocument(this GraphQLRequest request) =>
        request.Query is not null || request.DocumentId is not null || PersistedDocuments.HashOf(request) is not null;
}
