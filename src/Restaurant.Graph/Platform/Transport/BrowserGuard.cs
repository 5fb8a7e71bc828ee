using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>What browsers are told and asked, so that other sites cannot use them against whom they belong to.</summary>
internal static class BrowserGuard
{
    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromMinutes(10);

    /// <summary>Adds it to the application.</summary>
    public static void UseBrowserGuard(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<CorsOrigins>();
        var headers = app.Services.GetRequiredService<IOptions<CorsSettings>>().Value.AllowedHeaders
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseWhen(new HttpsRedirect(app).IsWanted, static branch => branch.UseHttpsRedirection());
        }

        app.Use((http, next) =>
        {
            SetHeaders(http.Response.Headers);
            if (origins.AreAnyAllowed)
            {
                http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
            }

            if (!IsOwn(http.Request) && !origins.IsAllowed(http.Request.Headers.Origin.ToString()))
            {
                origins.LogRefused(http.Request.Headers.Origin.ToString());
                if (http.WebSockets.IsWebSocketRequest)
                {
                    http.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                }
            }

            return next(http);
        });

        // The middleware has services of its own for each request, which those do not need who name no origin.
        app.UseWhen(static http => !StringValues.IsNullOrEmpty(http.Request.Headers.Origin), branch => branch.UseCors(policy => policy
            .SetIsOriginAllowed(origins.IsAllowed)
            .WithMethods("GET", "POST")
            .WithHeaders(headers)
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate)
            .SetPreflightMaxAge(PreflightMaxAge)));
    }

    // Nothing here is to be shown in a frame, to be guessed at, or to be told of to other sites; the IDE says for itself what it needs.
    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
    }

    // What is no browser says nothing of an origin. A page of another port or scheme is of another site.
    private static bool IsOwn(HttpRequest request) =>
        StringValues.IsNullOrEmpty(request.Headers.Origin)
        || string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
