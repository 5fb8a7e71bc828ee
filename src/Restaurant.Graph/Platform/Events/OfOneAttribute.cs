namespace Restaurant.Graph.Platform.Events;

/// <summary>A stream of this subscription is of one thing. One of which there is no event at all does not exist, and the stream fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfOneAttribute : Attribute;
