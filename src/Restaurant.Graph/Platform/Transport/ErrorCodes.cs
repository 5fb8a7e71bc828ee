using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Gives every top-level error one stable code, and keeps the inside of the server out of it.</summary>
internal sealed partial class ErrorCodes(IOptions<LimitOptions> limits) : ErrorInfoProvider
{
    private const string Internal = "INTERNAL_ERROR";
    private const int MaxMessageLength = 1_000;

    /// <inheritdoc />
    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        var code = CodeOf(executionError);
        return new ErrorInfo
        {
            Message = code switch
            {
                Internal => "Something went wrong on the server. It has been noted.",
                _ => Public(executionError),
            },
            Extensions = FaultTrace.Of(executionError) is { } trace
                ? new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code, ["traceId"] = trace }
                : new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code },
        };
    }

    /// <summary>The code of an error.</summary>
    public static string CodeOf(ExecutionError error) => error switch
    {
        { InnerException: InvalidIdError { Code: { } inner } } => inner,
        SyntaxError => "GRAPHQL_SYNTAX_ERROR",
        ValidationError => "GRAPHQL_VALIDATION_FAILED",
        LimitError { Code: { } limit } => limit,
        DocumentDepthError { Code: { } depth } => depth,
        PersistedDocumentError { Code: { } persisted } => persisted,
        DocumentError or RequestError => "GRAPHQL_REQUEST_INVALID",
        UnhandledError => Internal,
        { Code: { } own } => own,
        _ => Internal,
    };

    // What the engine says of a value that does not fit names types of C#, which mean nothing to a client.
    private string Public(ExecutionError error)
    {
        if (error.InnerException is InvalidIdError inner)
        {
            return inner.Message;
        }

        var message = OfType().Replace(error.Message, "");
        message = limits.Value.Introspection is false ? Suggestion().Replace(message, "") : message;
        message = message.Length > MaxMessageLength ? string.Concat(message.AsSpan(0, MaxMessageLength), "...") : message;
        return Inside().IsMatch(message) ? "A value is not of the type that is asked for." : message;
    }

    [GeneratedRegex(@" (value )?of type '(System|GraphQL|Restaurant)\.[^']*'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfType();

    [GeneratedRegex(@" Did you mean .*$", RegexOptions.Singleline, 1000)]
    private static partial Regex Suggestion();

    [GeneratedRegex(@"\b(System|GraphQL|Restaurant\.Graph|Microsoft)\.[A-Z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inside();
}
