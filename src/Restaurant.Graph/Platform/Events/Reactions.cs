using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Events;

/// <summary>What a feature does about an event of another, in the very transaction of the event.</summary>
public interface IReaction
{
    /// <summary>Changes rows where the event is one it cares for. Events that this raises are reacted to in their turn.</summary>
    Task OnAsync(Event happened);
}

/// <summary>Passes the events of a unit of work to all reactions until nothing new happens.</summary>
public sealed class Reactions(DbContext db, NewRows rows, IEnumerable<IReaction> reactions)
{
    /// <summary>Runs them for all events that are about to be stored.</summary>
    public async Task RunAsync()
    {
        var seen = new HashSet<Event>();
        while (Fresh(seen) is { Count: > 0 } fresh)
        {
            foreach (var happened in fresh)
            {
                foreach (var reaction in reactions)
                {
                    await reaction.OnAsync(happened);
                }
            }
        }
    }

    private List<Event> Fresh(HashSet<Event> seen) =>
    [
        .. db.ChangeTracker.Entries<Event>().Where(static entry => entry.State == EntityState.Added).Select(static entry => entry.Entity)
            .Concat(rows.OfType<Event>())
            .Where(seen.Add),
    ];
}
