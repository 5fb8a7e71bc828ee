using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Events;

/// <summary>What a feature does about an event of another, in the very transaction of the event.</summary>
public interface IReaction
{
    /// <summary>Changes rows where the event is one it cares for. Events that this raises are reacted to in their turn.</summary>
    Task OnAsync(Event happened, CancellationToken cancellationToken);
}

/// <summary>Passes the events of a unit of work to all reactions until nothing new happens.</summary>
public sealed class Reactions(DbContext db, IEnumerable<IReaction> reactions)
{
    /// <summary>Runs them for all events that are about to be stored.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var seen = new HashSet<Event>();
        while (db.ChangeTracker.Entries<Event>().Where(entry => entry.State == EntityState.Added && seen.Add(entry.Entity)).ToList() is { Count: > 0 } fresh)
        {
            foreach (var happened in fresh.Select(entry => entry.Entity))
            {
                foreach (var reaction in reactions)
                {
                    await reaction.OnAsync(happened, cancellationToken);
                }
            }
        }
    }
}
