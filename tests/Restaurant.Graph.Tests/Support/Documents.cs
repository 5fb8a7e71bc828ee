namespace Restaurant.Graph.Tests.Support;

/// <summary>Documents that many tests send.</summary>
internal static class Documents
{
    public const string PlaceOrder = """
        mutation($input: PlaceOrderInput!) {
          placeOrder(input: $input) {
            order { id number status version total { minorUnits } }
            errors { __typename ... on Error { message code path } }
          }
        }
        """;

    /// <summary>The input of an order of so many Margheritas.</summary>
    public static object Margheritas(int quantity = 1, Guid? key = null) => new
    {
        input = new
        {
            idempotencyKey = key ?? Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = new[] { new { dishId = "RGlzaDox", quantity } },
        },
    };

    /// <summary>The type of the input of a mutation.</summary>
    public static string InputOf(string mutation) => $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
}
