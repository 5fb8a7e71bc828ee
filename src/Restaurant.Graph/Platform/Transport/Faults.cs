using System.Diagnostics;
using GraphQL;
using Microsoft.AspNetCore.Diagnostics;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>What a client sees of a fault that nobody caught: that there was one.</summary>
internal static class Faults
{
    /// <summary>Adds it to the application, in every environment.</summary>
    public static void UseFaults(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        // What it would log holds text of the client.
        SuppressDiagnosticsCallback = static _ => true,
        ExceptionHandler = static http => AnswerAsync(http, http.Features.Get<IExceptionHandlerFeature>()?.Error),
    });

    private static async Task AnswerAsync(HttpContext http, Exception? fault)
    {
        if (fault is BadHttpRequestException bad)
        {
            http.Response.StatusCode = bad.StatusCode;
            http.Response.ContentType = MediaTypes.InUtf8(MediaTypes.Json);
            var serializer = http.RequestServices.GetRequiredService<IGraphQLTextSerializer>();
            await serializer.WriteAsync(http.Response.Body, new ExecutionResult(new BadRequest("The request could not be read.")));
            return;
        }

        await http.RefuseAsync(fault ?? new InvalidOperationException("A request failed without an exception."), Stopwatch.GetTimestamp());
    }

    /// <summary>Answers with the error that a fault means, in JSON, as the API does.</summary>
    public static async Task RefuseAsync(this HttpContext http, Exception fault, long began)
    {
        var error = http.RequestServices.GetRequiredService<ExceptionMapper>().Refuse(fault, "A request failed", began);
        using var answer = new Answer { Result = new ExecutionResult(error) };
        await http.RequestServices.GetRequiredService<JsonResponse>().WriteAsync(http, MediaTypes.Json, answer);
    }
}
