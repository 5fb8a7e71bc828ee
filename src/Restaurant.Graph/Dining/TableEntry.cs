namespace Restaurant.Graph.Dining;

/// <summary>A table of a menu file.</summary>
internal sealed record TableEntry(string Code, string Area, int Seats);
