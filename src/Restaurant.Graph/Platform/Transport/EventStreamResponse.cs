using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>
/// Writes results as server-sent events: the distinct connections mode of graphql-sse (its PROTOCOL.md), where even an error is an event,
/// since a browser shows a page no body of a stream that failed.
/// </summary>
internal sealed class EventStreamResponse(
    IGraphQLTextSerializer serializer, IOptions<HttpOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>Writes all results of an operation until it ends, the client leaves, or the server stops.</summary>
    public async Task WriteAsync(HttpContext http, ExecutionResult result)
    {
        http.Response.ContentType = $"{MediaTypes.EventStream}; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        using var events = new EventWriter(http.Response.Body);
        var beating = events.BeatAsync(options.Value.KeepAlive, time, stop.Token);
        try
        {
            if (result.Streams is { Count: > 0 } streams)
            {
                await foreach (var next in ObservableReader.ReadAllAsync(streams.Values.Single(), stop.Token))
                {
                    await WriteNextAsync(events, next, stop.Token);
                }
            }
            else
            {
                await WriteNextAsync(events, result, stop.Token);
            }

            await events.WriteAsync("event: complete\ndata:\n\n", stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The client is gone, or is to come back with its last event id.
        }
        finally
        {
            await stop.CancelAsync();
            await beating;
        }
    }

    private Task WriteNextAsync(EventWriter events, ExecutionResult result, CancellationToken stop)
    {
        var cursor = result.Data is RootExecutionNode { SubFields: [{ Source: long number }] } ? $"id: {EventCursor.Of(number)}\n" : "";
        return events.WriteAsync($"event: next\n{cursor}data: {serializer.Serialize(result)}\n\n", stop);
    }
}
