namespace Restaurant.Graph.Platform.Transport;

/// <summary>Endpoints that only read.</summary>
internal static class ReadEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps an endpoint for GET, and for HEAD, which RFC 9110 (9.1) asks of every server.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) =>
        endpoints.MapMethods(pattern, Methods, handler);
}
