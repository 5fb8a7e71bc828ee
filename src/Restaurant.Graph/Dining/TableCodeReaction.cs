using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Dining;

/// <summary>Renews the code of a table when its party leaves, where the settings say so.</summary>
public sealed class TableCodeReaction(RestaurantDb db, IOptions<DiningOptions> options) : IReaction
{
    /// <inheritdoc />
    public async Task OnAsync(Event happened)
    {
        if (!options.Value.RenewTableCodes || happened is not TableChanged { PreviousStatus: TableStatus.Occupied, Table: var table })
        {
            return;
        }

        var code = await db.TableCodes.SingleOrDefaultAsync(known => known.TableId == table.Id);
        code?.Renew();
    }
}
