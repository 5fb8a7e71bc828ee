namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

/// <summary>A part of a document.</summary>
internal abstract record Node
{
    /// <summary>The parts of it.</summary>
    public virtual IEnumerable<Node> Children => [];

    /// <summary>Its parts, their parts, and so on.</summary>
    public IEnumerable<Node> Descendants => Children.SelectMany(child => child.Descendants.Prepend(child));
}
