using System.Text;
using GraphQL;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Writes answers as JSON, those that plans wrote already as they are.</summary>
internal sealed class AnswerWriter(IGraphQLTextSerializer serializer)
{
    /// <summary>Writes one behind what is there.</summary>
    public void Write(Answer answer, Utf8Buffer json)
    {
        var written = answer.Kept ?? answer.Json?.Memory;
        json.Write(written is { } bytes ? bytes.Span : Encoding.UTF8.GetBytes(serializer.Serialize(answer.Result)));
    }
}
