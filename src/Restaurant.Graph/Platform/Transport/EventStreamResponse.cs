using System.Diagnostics;
using System.Globalization;
using System.Text;
using GraphQL;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>
/// Writes results as server-sent events: the distinct connections mode of graphql-sse (its PROTOCOL.md), where even an error is an event,
/// since a browser shows a page no body of a stream that failed.
/// </summary>
internal sealed class EventStreamResponse(
    AnswerWriter writer, ExceptionMapper mapper, Rights rights, IOptions<HttpOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>Writes all results of an operation until it ends, the client leaves, the client's right ends, or the server stops.</summary>
    public async Task WriteAsync(HttpContext http, Viewer viewer, Answer answer)
    {
        http.Response.ContentType = $"{MediaTypes.EventStream}; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers.ContentLanguage = answer.Language;
        http.Response.Headers["X-Accel-Buffering"] = "no";
        if (answer.Result is { } result && JsonResponse.StatusOf(MediaTypes.EventStream, result) == StatusCodes.Status503ServiceUnavailable)
        {
            // Clients that read the status send the request again; the others find the error in the event.
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = StoreError.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        using var right = rights.Begin(viewer);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping, right.Ended);
        using var events = new EventWriter(http.Response.Body);
        var beating = events.BeatAsync(options.Value.KeepAlive, time, stop.Token);
        try
        {
            if (answer.Stream is { } messages)
            {
                await WriteAllAsync(events, messages, stop.Token);
            }
            else
            {
                await WriteAnswerAsync(events, answer, stop.Token);
            }

            await events.WriteAsync("event: complete\ndata:\n\n"u8.ToArray(), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The client is gone, or is to come back with its last event id, and perhaps with another token.
        }
        finally
        {
            await stop.CancelAsync();
            await beating;
        }
    }

    // A stream that breaks off says so, and is complete after that: the client has the cursor to begin again from.
    private async Task WriteAllAsync(EventWriter events, IAsyncEnumerable<Message> messages, CancellationToken stop)
    {
        await using var each = messages.GetAsyncEnumerator(stop);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync())
                {
                    return;
                }
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                var error = mapper.Refuse(fault, "A stream failed", Stopwatch.GetTimestamp());
                await WriteAnswerAsync(events, new Answer { Result = new ExecutionResult(error) }, stop);
                return;
            }

            await WriteNextAsync(events, each.Current.Json, EventCursor.Of(each.Current.Number), stop);
        }
    }

    private async Task WriteAnswerAsync(EventWriter events, Answer answer, CancellationToken stop)
    {
        using var json = new Utf8Buffer();
        writer.Write(answer, json);
        await WriteNextAsync(events, json.Memory, cursor: null, stop);
    }

    private static async Task WriteNextAsync(EventWriter events, ReadOnlyMemory<byte> json, string? cursor, CancellationToken stop)
    {
        using var text = new Utf8Buffer();
        text.Write(cursor is null ? "event: next\ndata: "u8 : Encoding.UTF8.GetBytes($"event: next\nid: {cursor}\ndata: "));
        text.Write(json.Span);
        text.Write("\n\n"u8);
        await events.WriteAsync(text.Memory, stop);
    }
}
