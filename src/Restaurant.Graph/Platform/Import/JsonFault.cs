namespace Restaurant.Graph.Platform.Import;

/// <summary>Something wrong in a JSON file: where (a path such as <c>$.dishes[3].price</c>, or a line) and what.</summary>
public sealed record JsonFault(string Where, string What)
{
    /// <inheritdoc />
    public override string ToString() => $"{Where}: {What}";
}
