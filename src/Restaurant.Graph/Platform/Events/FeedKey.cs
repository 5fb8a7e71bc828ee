using System.Text.Json;
using GraphQL;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Events;

/// <summary>What tells one feed from another: two streams with the same key have the same messages.</summary>
/// <param name="Plan">What is read of each event, which is another for each role.</param>
/// <param name="Variables">What it is read with, as JSON.</param>
/// <param name="ViewerKey">By which rows are those of the viewer; 0 where all of the role see the same.</param>
/// <param name="Alone">Something of its own, where nothing is shared.</param>
internal sealed record FeedKey(SubscriptionPlan Plan, string Variables, long ViewerKey, object? Alone)
{
    /// <summary>The key of a request. Where a stream is resumed from makes no difference to what follows.</summary>
    public static FeedKey Of(SubscriptionPlan plan, PlanRequest request, long viewerKey, bool isShared) => new(
        plan,
        JsonSerializer.Serialize((request.Inputs ?? Inputs.Empty)
            .Where(input => !string.Equals(input.Key, plan.CursorVariable(request.Document), StringComparison.Ordinal))
            .OrderBy(input => input.Key, StringComparer.Ordinal)
            .Select(input => KeyValuePair.Create(input.Key, input.Value))),
        viewerKey,
        isShared ? null : new object());
}
