namespace Restaurant.Graph.Platform.Security;

/// <summary>What a unit of work has to say beyond its name: it is written down whoever does it, those without a name too.</summary>
public sealed class AuditTrail
{
    private readonly List<string> _notes = [];

    /// <summary>All that was said; null if nothing was.</summary>
    internal string? Detail => _notes.Count == 0 ? null : string.Join("; ", _notes);

    /// <summary>Says something.</summary>
    public void Note(string text) => _notes.Add(text);

    /// <summary>Forgets what was said.</summary>
    internal void Clear() => _notes.Clear();
}
