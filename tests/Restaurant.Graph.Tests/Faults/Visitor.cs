using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Transport;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Transport;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>One time that something was followed.</summary>
/// <param name="Order">The key of the order; null for all.</param>
/// <param name="After">Behind which event; null for the state there is.</param>
/// <param name="Before">The latest event that there was before it began; null if there was none.</param>
/// <param name="Numbers">The events that were seen.</param>
internal sealed record Visit(long? Order, long? After, long? Before, IReadOnlyList<long> Numbers);

/// <summary>Somebody who comes and goes at random, follows at their own pace, and resumes where they or others have been.</summary>
internal sealed class Visitor(RestaurantApp app, EventLog log, Random random)
{
    private const int SlowestRead = 15;

    private readonly RequestExecutor _executor = app.Services.GetRequiredService<RequestExecutor>();

    /// <summary>Each time that they came.</summary>
    public List<Visit> Visits { get; } = [];

    /// <summary>Comes and goes until it is over.</summary>
    public async Task ComeAndGoAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using var leave = CancellationTokenSource.CreateLinkedTokenSource(over);
            leave.CancelAfter(random.Next(150));
            await VisitAsync(log.AnyOrder(random), log.AnyPlace(random, Visits), static _ => false, leave.Token);
        }
    }

    /// <summary>Comes once, and stays until enough is seen.</summary>
    public Task StayAsync(long? order, long? after, Func<long, bool> isEnough, CancellationToken leave) => VisitAsync(order, after, isEnough, leave);

    private async Task VisitAsync(long? order, long? after, Func<long, bool> isEnough, CancellationToken leave)
    {
        var (before, numbers, isSlow) = (log.Latest(order), new List<long>(), random.Next(2) == 0);
        try
        {
            using var answer = await _executor.ExecuteAsync(Request(order, after), new Viewer(Roles.Manager, Key: 0), static _ => true, lastEventId: null, leave);
            await foreach (var message in answer.Stream!.WithCancellation(leave))
            {
                Assert.False(message.IsFault);
                var data = JsonNode.Parse(message.Json.Span)!;
                Assert.True(data["errors"] is null, data.ToJsonString());
                Assert.Equal(EventCursor.Of(message.Number), data["data"]!.AsObject().Single().Value!["cursor"]!.GetValue<string>());
                numbers.Add(message.Number);
                if (isEnough(message.Number))
                {
                    break;
                }

                if (isSlow)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(random.Next(SlowestRead)), leave);
                }
            }
        }
        catch (OperationCanceledException) when (leave.IsCancellationRequested)
        {
            // Gone in the middle of anything.
        }

        Visits.Add(new Visit(order, after, before, numbers));
    }

    private static GraphQLRequest Request(long? order, long? after) => new()
    {
        Query = order is null
            ? "subscription($after: String) { onOrdersChanged(after: $after) { cursor version } }"
            : "subscription($id: ID!, $after: String) { onOrderChanged(orderId: $id, after: $after) { cursor version } }",
        Variables = new Inputs(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = order is { } key ? Ids.Of("Order", key) : null,
            ["after"] = after is { } number ? EventCursor.Of(number) : null,
        }.Where(variable => variable.Value is not null).ToDictionary()),
    };
}
