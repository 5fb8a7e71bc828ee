using System.Runtime.InteropServices;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Reads requests out of JSON and out of addresses, and says exactly what is wrong with them.</summary>
internal sealed class RequestReader(IOptions<HttpOptions> options)
{
    private const int MaxDocumentBytes = 4_000_000;

    private static readonly InputsJsonConverter Converter = new();

    private readonly Utf8Texts _documents = new(MaxDocumentBytes);

    /// <summary>The body of a POST.</summary>
    public static async ValueTask<RequestBody> BodyAsync(HttpContext http)
    {
        var body = http.Request.BodyReader;
        try
        {
            var read = await body.ReadAsync(http.RequestAborted);
            while (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                read = await body.ReadAsync(http.RequestAborted);
            }

            return RequestBody.Parse(read.Buffer, body);
        }
        catch (JsonException)
        {
            throw new BadRequest("The body is not JSON.");
        }
        catch (IOException exception) when (exception.InnerException is OverflowException)
        {
            throw new BadRequest("A chunk of the body has a size that is too large for a number.");
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // What gzip says of it, and what brotli says.
            throw new BadRequest("The body is not compressed in the way it says.");
        }
    }

    /// <summary>The requests of a batch.</summary>
    public IEnumerable<GraphQLRequest> FromBatch(JsonElement batch) => options.Value.MaxBatchSize switch
    {
        0 => throw new BadRequest("Batches are not taken here: send one request at a time."),
        var most when batch.GetArrayLength() > most => throw new BadRequest($"A batch has at most {most} requests."),
        _ when batch.GetArrayLength() == 0 => throw new BadRequest("The batch is empty."),
        _ => [.. batch.EnumerateArray().Select(FromJson)],
    };

    /// <summary>A request from an object of JSON.</summary>
    public GraphQLRequest FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequest("The request has to be a JSON object.");
        }

        try
        {
            return new GraphQLRequest
            {
                Query = json.TryGetProperty("query", out var query) && query.ValueKind == JsonValueKind.String ? _documents.Find(query) : Text(json, "query"),
                DocumentId = DocumentId(
                    Text(json, "documentId"),
                    Text(json, "id"),
                    json.TryGetProperty("query", out query) && query.ValueKind != JsonValueKind.Null),
                OperationName = Text(json, "operationName"),
                Variables = Property(json, "variables"),
                Extensions = Property(json, "extensions"),
            };
        }
        catch (Exception exception) when (exception is InvalidOperationException or JsonException)
        {
            throw new BadRequest("The request has text that is not Unicode.");
        }
    }

    /// <summary>A request from the address of a GET.</summary>
    public static GraphQLRequest FromQuery(HttpContext http)
    {
        var query = http.Request.Query;
        return new GraphQLRequest
        {
            Query = query["query"],
            DocumentId = DocumentId(query["documentId"], query["id"], !string.IsNullOrEmpty(query["query"])),
            OperationName = query["operationName"],
            Variables = Map(query, "variables"),
            Extensions = Map(query, "extensions"),
        };
    }

    /// <summary>Applies the parts of the path to a request: the id of a persisted document, and the name of its operation.</summary>
    public static GraphQLRequest WithRoute(GraphQLRequest request, HttpContext http)
    {
        request.DocumentId = http.Request.RouteValues[GraphQLEndpoint.DocumentId] as string ?? request.DocumentId;
        request.OperationName = http.Request.RouteValues[GraphQLEndpoint.OperationName] as string ?? request.OperationName;
        return request;
    }

    // HotChocolate calls it id. Where a query is given, an id is of no meaning here. An empty text counts as not given.
    private static string? DocumentId(string? documentId, string? id, bool hasQuery)
    {
        if (!string.IsNullOrEmpty(documentId))
        {
            return documentId;
        }

        return hasQuery || string.IsNullOrEmpty(id) ? null : id;
    }

    private static Inputs? Map(IQueryCollection query, string name)
    {
        if (string.IsNullOrEmpty(query[name]))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(query[name].ToString());
            return Map(document.RootElement, name, document.RootElement.ValueKind);
        }
        catch (JsonException)
        {
            throw new BadRequest($"'{name}' is not JSON.");
        }
        catch (InvalidOperationException)
        {
            throw new BadRequest($"'{name}' has text that is not Unicode.");
        }
    }

    private static Inputs? Property(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? Map(value, name, value.ValueKind) : null;

    private static Inputs Map(JsonElement value, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value));
            reader.Read();
            return Converter.Read(ref reader, typeof(Inputs), JsonSerializerOptions.Default);
        }
        catch (ArgumentException)
        {
            throw new BadRequest($"'{name}' has a name twice.");
        }
    }

    private static Inputs? Map(JsonElement value, string name, JsonValueKind kind) => kind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => Map(value, name),
        _ => throw new BadRequest($"'{name}' has to be a JSON object."),
    };

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw new BadRequest($"'{name}' has to be a string."),
    };
}
