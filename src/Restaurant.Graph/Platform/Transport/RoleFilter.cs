using GraphQL;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Lets those in to endpoints beside the API whom they are for, by the tokens and with the answers of the API itself.</summary>
internal static class RoleFilter
{
    /// <summary>Says for whom endpoints are: roles with commas between them. What they answer is kept by nobody.</summary>
    public static RouteGroupBuilder For(this RouteGroupBuilder endpoints, string roles) => endpoints.AddEndpointFilter(async (invocation, next) =>
    {
        var http = invocation.HttpContext;
        var viewer = await http.RequestServices.GetRequiredService<Authenticator>().ViewerOfAsync(http);
        var denied = viewer is null ? AccessError.OfToken()
            : roles.Split(',').Contains(viewer.Role, StringComparer.Ordinal) ? null
            : AccessError.Of(http.Request.Path, viewer);
        if (denied is null)
        {
            http.Response.Headers.CacheControl = "private, no-store";
            return await next(invocation);
        }

        using var answer = new Answer { Result = new ExecutionResult(denied) };
        await http.RequestServices.GetRequiredService<JsonResponse>().WriteAsync(http, MediaTypes.Json, answer);
        return Results.Empty;
    });
}
