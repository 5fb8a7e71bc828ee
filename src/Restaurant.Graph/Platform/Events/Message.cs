namespace Restaurant.Graph.Platform.Events;

/// <summary>An event as those who follow a feed get it: read and written once for all of them.</summary>
/// <param name="Number">The number of the event.</param>
/// <param name="Json">The whole answer.</param>
/// <param name="IsFault">Whether the answer is that it could not be read.</param>
internal sealed record Message(long Number, ReadOnlyMemory<byte> Json, bool IsFault = false);
