using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Restaurant.Graph.Platform;

namespace Restaurant.Graph.Tests.Support;

/// <summary>What happens with orders in an evening.</summary>
internal static class Evening
{
    private const string Errors = "errors { __typename ... on Error { message code path } }";

    /// <summary>An order as a test looks at it.</summary>
    public const string OrderFields =
        "id status version paymentStatus total { minorUnits } paid { minorUnits } balance { minorUnits } lines { id dishName status course seat voidReason }";

    /// <summary>Does something with an order that takes more than the order; the payload.</summary>
    public static async Task<JsonNode> WithOrderAsync(this RestaurantApp app, string mutation, string order, object more, string fields = OrderFields)
    {
        var input = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(await app.OrderActionAsync(order)))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject().ToList())
        {
            input[name] = value?.DeepClone();
        }

        return await app.MutateAsync(mutation, input, $"order {{ {fields} }}");
    }

    /// <summary>Does something; the payload.</summary>
    public static async Task<JsonNode> MutateAsync(this RestaurantApp app, string mutation, object input, string subject) => (await app.Client.QueryAsync(
        $"mutation($input: {Documents.InputOf(mutation)}!) {{ {mutation}(input: $input) {{ {subject} {Errors} }} }}", new { input }))[mutation]!;

    /// <summary>Pays some of an order in cash; the payload.</summary>
    public static Task<JsonNode> PayAsync(this RestaurantApp app, string order, decimal amount, decimal tip = 0, bool authorizeOnly = false) => app.MutateAsync(
        "payOrder",
        new { idempotencyKey = Guid.NewGuid(), orderId = order, amount, tip, method = "CASH", authorizeOnly },
        $"payment {{ id status amount {{ minorUnits }} tip {{ minorUnits }} refunded {{ minorUnits }} order {{ {OrderFields} }} }}");

    /// <summary>An order as it is now.</summary>
    public static async Task<JsonNode> OrderAsync(this RestaurantApp app, string id, string fields = OrderFields) =>
        (await app.Client.QueryAsync($"query($id: ID!) {{ orderById(id: $id) {{ {fields} }} }}", new { id }))["orderById"]!;

    /// <summary>Lets something that is done again and again be done now.</summary>
    public static Task RunAsync<T>(this RestaurantApp app)
        where T : Recurring => app.Services.GetServices<IHostedService>().OfType<T>().Single().RunAsync(CancellationToken.None);
}
