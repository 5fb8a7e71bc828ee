using System.Security.Cryptography;
using System.Text;
using GraphQL.Types;
using Microsoft.Net.Http.Headers;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The schema definition language for tools.</summary>
internal static class SchemaResponse
{
    /// <summary>Writes it, or says that the client has it already.</summary>
    public static Task WriteAsync(HttpContext http)
    {
        var sdl = Encoding.UTF8.GetBytes(SchemaDocument.Print(http.RequestServices.GetRequiredService<ISchema>()));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(sdl))[..32]}\"");
        return Results.Bytes(sdl, "text/plain; charset=utf-8", entityTag: tag).ExecuteAsync(http);
    }
}
