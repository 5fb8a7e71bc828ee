using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Dining;

/// <summary>Gives what becomes free to those who wait, before it goes to those who come.</summary>
public sealed class WaitlistReaction(RestaurantDb db, Waitlist waitlist, IOptions<DiningOptions> options, TimeProvider time) : IReaction
{
    /// <inheritdoc />
    public async Task OnAsync(Event happened)
    {
        if (happened is TableChanged { Status: TableStatus.Available or TableStatus.Dirty, PreviousStatus: not TableStatus.Reserved, Table: var table })
        {
            await waitlist.ServeAsync();
            await KeepAsync(table);
        }

        if (happened is ReservationChanged { PreviousStatus: ReservationStatus.Booked or ReservationStatus.NoShow })
        {
            await waitlist.ServeAsync();
        }
    }

    // A table that was booked while it was not laid is kept the moment it is.
    private async Task KeepAsync(DiningTable table)
    {
        var now = time.GetUtcNow();
        if (TableStates.Table.Next(table.Status, TableAction.Hold) is not null && await db.Tables.KeptAt(now, options.Value).AnyAsync(kept => kept.Id == table.Id))
        {
            table.Do(TableAction.Hold, now);
        }
    }
}
