namespace Restaurant.Graph.Platform.Import;

/// <summary>A list that a file need not have, and that is not written where it is empty.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MayBeLeftOutAttribute : Attribute;
