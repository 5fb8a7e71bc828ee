using GraphQL.Execution;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>A document is nested more deeply than the parser goes.</summary>
internal sealed class DocumentDepthError : DocumentError
{
    /// <summary>Names the limit.</summary>
    public DocumentDepthError(int limit)
        : base($"The document is nested too deeply: fields can be nested {limit} deep.") => Code = "DOCUMENT_TOO_DEEP";
}
