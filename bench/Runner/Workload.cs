using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner;

/// <summary>Requests that are sent in rotation.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Operation">The operation of all its requests.</param>
/// <param name="Bodies">The bodies of the requests.</param>
internal sealed record Workload(string Name, string Operation, IReadOnlyList<byte[]> Bodies)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole menu.</summary>
    public static Workload Menu(string name) => new(name, "Menu", [Body("Menu", Resources.Text("menu.graphql"), [])]);

    /// <summary>One dish, each in its turn, by so many documents that differ in an alias.</summary>
    public static Workload Dish(string name, IReadOnlyList<long> dishes, int documents)
    {
        var text = Resources.Text("dish.graphql");
        var aliased = Enumerable.Range(0, documents)
            .Select(index => documents == 1 ? text : text.Replace("description", $"text{index}: description", StringComparison.Ordinal))
            .ToArray();
        return new(name, "Dish", [.. Enumerable.Range(0, LeastCommonMultiple(dishes.Count, documents)).Select(index =>
            Body("Dish", aliased[index % documents], new() { ["id"] = GlobalId("Dish", dishes[index % dishes.Count]) }))]);
    }

    /// <summary>A page of dishes, below some prices and with some texts in their names.</summary>
    public static Workload Page()
    {
        var text = Resources.Text("page.graphql");
        var combinations =
            from max in (decimal[])[9.50m, 12m, 16.25m, 20m, 28m, 40m]
            from part in (string[])["a", "e", "an", "er"]
            select Body("Page", text, new() { ["max"] = max, ["text"] = part });
        return new("page", "Page", [.. combinations]);
    }

    /// <summary>Orders with all that is below them.</summary>
    public static Workload Deep() => new("deep", "Deep", [Body("Deep", Resources.Text("deep.graphql"), [])]);

    /// <summary>A page of orders, the latest first.</summary>
    public static Workload Orders(string name, string? cursor) =>
        new(name, "Orders", [Body("Orders", Resources.Text("orders.graphql"), new() { ["cursor"] = cursor })]);

    /// <summary>Orders of three dishes each; the keys are the same for everyone who is asked, and are renewed where orders are placed anew.</summary>
    public static Workload Place(string name, IReadOnlyList<long> dishes)
    {
        const int Orders = 32;
        const int Lines = 3;
        if (dishes.Count < Orders + Lines)
        {
            throw new InvalidDataException($"Only {dishes.Count} dishes can be ordered as they are.");
        }

        var text = Resources.Text("place.graphql");
        return new(name, "PlaceOrder", [.. Enumerable.Range(0, Orders).Select(order => Body("PlaceOrder", text, new()
        {
            ["input"] = new JsonObject
            {
                ["idempotencyKey"] = new Guid(order + 1, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0).ToString(),
                ["type"] = "TAKEAWAY",
                ["lines"] = new JsonArray([.. Enumerable.Range(0, Lines).Select(line => new JsonObject
                {
                    ["dishId"] = GlobalId("Dish", dishes[order + (line * (dishes.Count - Orders) / Lines)]),
                    ["quantity"] = 1 + ((order + line) % 3),
                })]),
            },
        }))]);
    }

    /// <summary>The body of a request.</summary>
    public static byte[] Body(string operation, string query, JsonObject variables) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject { ["query"] = query, ["variables"] = variables, ["operationName"] = operation }, Json);

    private static string GlobalId(string type, long key) =>
        Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{key}")));

    private static int LeastCommonMultiple(int left, int right) =>
        left / (int)System.Numerics.BigInteger.GreatestCommonDivisor(left, right) * right;
}
