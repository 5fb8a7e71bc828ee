using GraphQL;
using Microsoft.AspNetCore.Diagnostics;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>What a client sees of a fault that nobody caught: that there was one.</summary>
internal static class Faults
{
    /// <summary>Adds it to the application, in every environment.</summary>
    public static void UseFaults(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        SuppressDiagnosticsCallback = static fault => fault.Exception is BadHttpRequestException,
        ExceptionHandler = static async http =>
        {
            var fault = http.Features.Get<IExceptionHandlerFeature>()?.Error;
            http.Response.StatusCode = (fault as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
            http.Response.ContentType = $"{MediaTypes.Json}; charset=utf-8";
            var serializer = http.RequestServices.GetRequiredService<IGraphQLTextSerializer>();
            await serializer.WriteAsync(http.Response.Body, new ExecutionResult(fault is BadHttpRequestException
                ? new BadRequest("The request could not be read.")
                : new ExecutionError("Something went wrong.")));
        },
    });
}
