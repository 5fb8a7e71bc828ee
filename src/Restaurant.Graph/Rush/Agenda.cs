namespace Restaurant.Graph.Rush;

/// <summary>
/// Who does something when. Each actor is a story that is told up to its next rest; one goes on at a time, so what happens follows from the
/// stories alone, however fast the machine is.
/// </summary>
/// <param name="clock">The clock of all of them.</param>
/// <param name="speed">How many seconds of theirs are one of ours; 0 for as many as can be.</param>
internal sealed class Agenda(VirtualClock clock, double speed)
{
    private readonly PriorityQueue<IAsyncEnumerator<TimeSpan>, (DateTimeOffset At, int Number)> _next = new();
    private readonly DateTimeOffset _began = clock.GetUtcNow();
    private readonly long _beganHere = TimeProvider.System.GetTimestamp();
    private int _entries;

    /// <summary>The time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Lets an actor begin after some time; its story says how long it rests each time.</summary>
    public void Add(IAsyncEnumerable<TimeSpan> story, TimeSpan after) => _next.Enqueue(story.GetAsyncEnumerator(), (Now + after, _entries++));

    /// <summary>Goes on until all stories are told.</summary>
    /// <param name="done">Is told of each step.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public async Task RunAsync(Action done, CancellationToken cancellationToken)
    {
        while (_next.TryDequeue(out var actor, out var due))
        {
            await PaceAsync(due.At, cancellationToken);
            clock.MoveTo(due.At);
            if (await actor.MoveNextAsync())
            {
                _next.Enqueue(actor, (due.At + actor.Current, _entries++));
            }

            done();
        }
    }

    private async Task PaceAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (speed > 0 && ((due - _began) / speed) - TimeProvider.System.GetElapsedTime(_beganHere) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, cancellationToken);
        }
    }
}
