using System.Runtime.CompilerServices;
using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Events;

/// <summary>One stream: where it stands in the log, and how it goes on from there.</summary>
/// <param name="query">What is followed.</param>
/// <param name="context">The arguments it is followed with.</param>
/// <param name="feed">What it shares with those who follow the same.</param>
/// <param name="position">Tells whether the feed has come as far as the log.</param>
/// <param name="catchUp">Limits how many streams read the event log at once.</param>
/// <param name="render">Makes the message of an event; null if it may not be seen.</param>
/// <param name="resync">Makes the message that tells of events which are lost to the stream, at a number, with the latest event if there is one.</param>
internal sealed class Following(
    EventQuery query,
    IResolveFieldContext context,
    Feed feed,
    LogPosition position,
    FairLimiter catchUp,
    Func<long, CancellationToken, ValueTask<Message?>> render,
    Func<long, Message?, Message> resync)
{
    private long _last;

    /// <summary>
    /// The messages behind a cursor, each once and in order. Without a cursor the first is the latest event, which tells of the state there is.
    /// </summary>
    public async IAsyncEnumerable<Message> MessagesAsync(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listener = new Listener(cancellationToken);
        if (await BeginAsync(after, cancellationToken) is { } first)
        {
            yield return first;
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!feed.TryFind(_last, out var message))
            {
                var floor = feed.Floor;
                var part = await ReadAsync(cancellationToken);
                if (!part.GoesOnFrom(_last))
                {
                    yield return await ResyncAsync(cancellationToken);
                    continue;
                }

                foreach (var number in part.Numbers)
                {
                    _last = number;
                    if (await render(number, cancellationToken).AsTask().WaitAsync(cancellationToken) is { } missed)
                    {
                        yield return missed;
                    }
                }

                _last = part.Numbers.Count == 0 ? floor : _last;
            }
            else if (message is null)
            {
                await feed.WaitAsync(_last, listener);
            }
            else
            {
                _last = message.Number;
                yield return message;
            }
        }
    }

    private async Task<Message?> BeginAsync(long? after, CancellationToken cancellationToken)
    {
        if (after is not { } cursor)
        {
            return await StateAsync(cancellationToken);
        }

        _last = cursor;
        return (await ReadAsync(cancellationToken)).GoesOnFrom(cursor) ? null : await ResyncAsync(cancellationToken);
    }

    private async Task<Message> ResyncAsync(CancellationToken cancellationToken)
    {
        var state = await StateAsync(cancellationToken);
        return resync(_last, state);
    }

    private async ValueTask<LogPart> ReadAsync(CancellationToken cancellationToken)
    {
        using var turn = await catchUp.EnterAsync(Viewer.Of(context), cancellationToken);
        return await query.ReadAsync(context, _last, cancellationToken);
    }

    private async ValueTask<long?> LatestAsync(CancellationToken cancellationToken)
    {
        using var turn = await catchUp.EnterAsync(Viewer.Of(context), cancellationToken);
        return await query.LatestAsync(context, cancellationToken);
    }

    // Whatever the query finds up to where the feed began is no later than the latest that it finds after that.
    private async Task<Message?> StateAsync(CancellationToken cancellationToken)
    {
        var floor = feed.Floor;
        if (feed.LatestAt(await position.NewestAsync(cancellationToken)) is { } known)
        {
            _last = Math.Max(floor, known.Number);
            return known;
        }

        var latest = await LatestAsync(cancellationToken);
        _last = Math.Max(floor, latest ?? 0);
        var state = latest is { } number ? await render(number, cancellationToken).AsTask().WaitAsync(cancellationToken) : null;
        if (state is { IsFault: false })
        {
            feed.Learn(state);
        }

        return state;
    }
}
