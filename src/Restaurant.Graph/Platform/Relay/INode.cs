using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>A row with a global id, by which alone it can be read again.</summary>
public interface INode : IRow;
