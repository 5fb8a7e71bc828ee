namespace Restaurant.Graph.Platform.Events;

/// <summary>
/// A stream of this subscription that is not resumed starts with the latest event, so that its first message is the current state. One
/// for which there is no event at all is of something that does not exist, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseLatestAttribute : Attribute;
