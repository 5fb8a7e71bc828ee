using System.Net.WebSockets;
using System.Text;
using GraphQL;
using GraphQL.Transport;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>One operation of a socket, from its <c>subscribe</c> to its end.</summary>
/// <param name="id">The id that the client gave it.</param>
/// <param name="connection">Where its results go.</param>
/// <param name="identity">Authenticates it.</param>
/// <param name="executor">What executes it.</param>
/// <param name="writer">What writes what is no message yet.</param>
/// <param name="starts">Limits how many operations of sockets start at once.</param>
/// <param name="end">Ends it if it is a stream; anything else is answered first.</param>
internal sealed class WebSocketOperation(
    string id,
    WebSocketConnection connection,
    SocketIdentity identity,
    RequestExecutor executor,
    AnswerWriter writer,
    FairLimiter starts,
    CancellationToken end)
{
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _id = Encoding.UTF8.GetBytes(id);
    private long _sent;

    /// <summary>Done when nothing more will be sent.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>The cursor of the last event that was sent; null if none was.</summary>
    public string? Cursor => _sent > 0 ? EventCursor.Of(_sent) : null;

    /// <summary>Begins with it.</summary>
    /// <param name="request">What to execute.</param>
    /// <param name="free">Gives the id free; false if the client has done so before.</param>
    public void Begin(GraphQLRequest request, Func<bool> free) => Completion = RunAsync(request, free);

    /// <summary>Stops it, because the client has enough or is gone.</summary>
    public Task StopAsync() => _stop.CancelAsync();

    private async Task RunAsync(GraphQLRequest request, Func<bool> free)
    {
        try
        {
            var errors = await TryExecuteAsync(request);
            if (free())
            {
                // An error ends the operation as well: nothing may follow it under this id.
                await (errors is null ? connection.SendAsync("complete", id, null, _stop.Token) : connection.SendAsync("error", id, errors, _stop.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // Stopped by the client, or the socket is gone: nobody is left to be told.
        }
    }

    // Whatever happens to an operation, its client is told, and its id is free again.
    private async Task<IEnumerable<ExecutionError>?> TryExecuteAsync(GraphQLRequest request)
    {
        try
        {
            using var own = await identity.ForOperationAsync(request, _stop.Token);
            return own is null ? [AccessError.OfToken()] : await ExecuteAsync(request, own);
        }
        catch (Exception fault) when (fault is not WebSocketException && !_stop.IsCancellationRequested && !end.IsCancellationRequested)
        {
            return [executor.Refuse(fault)];
        }
    }

    /// <summary>Sends all results; answers with the errors that kept it from being executed, or broke off its stream.</summary>
    private async Task<IEnumerable<ExecutionError>?> ExecuteAsync(GraphQLRequest request, OperationIdentity own)
    {
        using var answer = await StartAsync(request, own.Viewer);
        if (answer.Result is { Executed: false } refused)
        {
            return refused.Errors ?? [];
        }

        if (answer.Stream is not { } messages)
        {
            using var json = new Utf8Buffer();
            writer.Write(answer, json);
            await connection.SendNextAsync(_id, json.Memory, hasNext: false, _stop.Token);
            return null;
        }

        try
        {
            await SendAllAsync(messages, own.Ended);
            return null;
        }
        catch (OperationCanceledException) when (own.Ended.IsCancellationRequested && !_stop.IsCancellationRequested && !end.IsCancellationRequested)
        {
            return [AccessError.OfToken()];
        }
    }

    // The turn ends where the operation first waits: parsing, compiling and reading would delay the operations of others.
    private async ValueTask<Answer> StartAsync(GraphQLRequest request, Viewer viewer)
    {
        ValueTask<Answer> starting;
        using (await starts.EnterAsync(connection, _stop.Token))
        {
            starting = executor.ExecuteAsync(request, viewer, static _ => true, lastEventId: null, _stop.Token);
        }

        return await starting;
    }

    private async Task SendAllAsync(IAsyncEnumerable<Message> messages, CancellationToken endOfRight)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, end, endOfRight);
        await using var each = messages.GetAsyncEnumerator(enough.Token);
        var next = each.MoveNextAsync();
        while (await next)
        {
            // The one after it is asked for before it is sent, to know whether there is one at hand.
            var message = each.Current;
            next = each.MoveNextAsync();
            try
            {
                await connection.SendNextAsync(_id, message.Json, hasNext: next.IsCompletedSuccessfully, enough.Token);
            }
            catch
            {
                await enough.CancelAsync();
                await ((Task)next.AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }

            _sent = message.Number;
        }
    }
}
