using System.Diagnostics;
using GraphQL;
using Microsoft.AspNetCore.Http.Features;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Lets those in to endpoints beside the API whom they are for, by the tokens and with the answers of the API itself.</summary>
internal static class RoleFilter
{
    /// <summary>Says for whom endpoints are: roles with commas between them. What they answer is kept by nobody.</summary>
    public static RouteGroupBuilder For(this RouteGroupBuilder endpoints, string roles) => endpoints.AddEndpointFilter(async (invocation, next) =>
    {
        var (http, began) = (invocation.HttpContext, Stopwatch.GetTimestamp());
        try
        {
            return await AdmitAsync(roles, invocation, next);
        }
        catch (Exception fault) when (fault is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
        {
            await http.RefuseAsync(fault, began);
            return Results.Empty;
        }
    });

    /// <summary>Who asks, at an endpoint that lets them in.</summary>
    public static Viewer Viewer(this HttpContext http) => http.Features.GetRequiredFeature<Viewer>();

    /// <summary>Answers an error as the API does.</summary>
    public static async Task<IResult> RefuseAsync(this HttpContext http, ExecutionError error)
    {
        await http.RefuseAsync(error, Stopwatch.GetTimestamp());
        return Results.Empty;
    }

    private static async ValueTask<object?> AdmitAsync(string roles, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var viewer = await http.RequestServices.GetRequiredService<Authenticator>().ViewerOfAsync(http);
        var denied = viewer is null ? AccessError.OfToken()
            : roles.Split(',').Contains(viewer.Role, StringComparer.Ordinal) ? null
            : AccessError.Of(http.Request.Path, viewer);
        if (denied is null)
        {
            http.Features.Set(viewer);
            http.Response.Headers.CacheControl = "private, no-store";
            return await next(invocation);
        }

        return await http.RefuseAsync(denied);
    }
}
