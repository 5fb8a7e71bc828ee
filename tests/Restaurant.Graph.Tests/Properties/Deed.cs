using System.Text.Json;
using System.Text.Json.Nodes;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>One of the things that people do.</summary>
/// <param name="Mutation">The mutation by which they do it.</param>
/// <param name="Weight">How often they do it, beside the others.</param>
/// <param name="Input">With what they do it, as they see the restaurant; null if there is nothing that they could do it with.</param>
internal sealed record Deed(string Mutation, int Weight, Func<Sight, object?> Input)
{
    /// <summary>Everything that can be done.</summary>
    public static IReadOnlyList<Deed> All { get; } = [.. OrderDeeds.All, .. PaymentDeeds.All, .. StockDeeds.All, .. DiningDeeds.All, .. MenuDeeds.All];

    /// <summary>The input as it is sent; null if there is none.</summary>
    public JsonObject? InputFor(Sight sight) => Input(sight) is { } input ? JsonSerializer.SerializeToNode(input)!.AsObject() : null;
}
