using System.Linq.Expressions;
using GraphQL;
using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Events;

/// <summary>
/// Something that happened: a row of the event log, written in the transaction of the change itself and never changed. Its key is its
/// number in the one order of all events. A kind of event is a class; its properties are the fields that subscribers see.
/// </summary>
public abstract class Event : IRow
{
    /// <summary>The number.</summary>
    [Ignore]
    public long Id { get; private set; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The place of the event in the stream: opaque, to be given as `after` to go on from here.</summary>
    public static Expression<Func<Event, string>> Cursor { get; } = happened => EventCursor.Of(happened.Id);
}
