using System.Text.Json;
using GraphQL;
using GraphQL.Transport;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Reads requests out of JSON and out of addresses, and says exactly what is wrong with them.</summary>
internal sealed class RequestReader(IGraphQLTextSerializer serializer)
{
    /// <summary>A request from the body of a POST.</summary>
    public async Task<GraphQLRequest> FromBodyAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            throw new BadRequest("The body is not JSON.");
        }
    }

    /// <summary>A request from an object of JSON.</summary>
    public GraphQLRequest FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequest("The request has to be a JSON object.");
        }

        return new GraphQLRequest
        {
            Query = Text(json, "query"),
            OperationName = Text(json, "operationName"),
            Variables = Map(json, "variables"),
            Extensions = Map(json, "extensions"),
        };
    }

    /// <summary>A request from the query string of a GET.</summary>
    public GraphQLRequest FromQuery(IQueryCollection query) => new()
    {
        Query = query["query"],
        OperationName = query["operationName"],
        Variables = Map(query, "variables"),
        Extensions = Map(query, "extensions"),
    };

    private Inputs? Map(IQueryCollection query, string name)
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
    }

    private Inputs? Map(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? Map(value, name, value.ValueKind) : null;

    private Inputs? Map(JsonElement value, string name, JsonValueKind kind) => kind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => serializer.ReadNode<Inputs>(value),
        _ => throw new BadRequest($"'{name}' has to be a JSON object."),
    };

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw new BadRequest($"'{name}' has to be a string."),
    };
}
