using System.ComponentModel;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Menu;

/// <summary>Availability of dishes by the clock.</summary>
[ExtendObjectType(typeof(Dish))]
public static class DishAvailabilityField
{
    /// <summary>Whether the dish can be ordered for an instant, which is now unless another is given, and when it is served.</summary>
    public static Task<IReadOnlyDictionary<long, DishAvailability>> Availability(
        IReadOnlyList<long> keys, [Description("Any instant, such as when a guest will come.")] DateTimeOffset? at, OpeningHours hours) =>
        hours.AvailabilityAsync(keys, at);
}
